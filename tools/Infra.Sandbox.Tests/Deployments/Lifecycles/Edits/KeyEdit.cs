namespace Infra.Sandbox.Tests.Deployments.Lifecycles.Edits;

/// <summary>An edit of one key of a stack file.</summary>
/// <param name="Key">The key and those inside it: <c>app:service.scaling.cpuPercent</c>.</param>
/// <param name="Value">The new value in YAML; null if the key is removed.</param>
internal sealed record KeyEdit(string Key, string? Value)
{
    /// <summary>The new name of the key, whose value stays.</summary>
    public string? NewName { get; init; }
}
