using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Infra.Sandbox.Permissions;

/// <summary>A resource type that IAM checks for an action.</summary>
/// <param name="Name">The type: <c>security-group</c>.</param>
/// <param name="IsRequired">Whether every call has one.</param>
/// <param name="IsCreated">Whether a condition can require the tags that it is created with.</param>
/// <param name="HasTags">Whether a condition can require tags that it has.</param>
internal sealed record ActionResource(string Name, bool IsRequired, bool IsCreated, bool HasTags);

/// <summary>An action in the Service Authorization Reference.</summary>
internal sealed record ActionFacts(string Action, string AccessLevel, ImmutableArray<ActionResource> Resources)
{
    private static readonly Lazy<FrozenDictionary<string, ActionFacts>> All = new(() =>
        PermissionFacts.ReadColumns("action-resources").Select(Parse).ToFrozenDictionary(facts => facts.Action));

    /// <summary>Whether the action changes nothing.</summary>
    public bool IsRead => AccessLevel is "Read" or "List";

    /// <summary>The facts of an action; null if the file does not have it.</summary>
    public static ActionFacts? Find(string action) => All.Value.GetValueOrDefault(action);

    private static ActionFacts Parse(string[] columns) => new(
        columns[0],
        columns[1],
        [.. (columns.ElementAtOrDefault(2) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Resource)]);

    private static ActionResource Resource(string text)
    {
        var parts = text.Split('+');
        return new(parts[0].TrimEnd('?'), !parts[0].EndsWith('?'), parts.Contains("request"), parts.Contains("tag"));
    }
}
