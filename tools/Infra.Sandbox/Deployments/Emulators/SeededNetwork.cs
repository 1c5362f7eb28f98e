namespace Infra.Sandbox.Deployments.Emulators;

/// <summary>A VPC in an emulator.</summary>
internal sealed record SeededNetwork
{
    public required string VpcId { get; init; }

    /// <summary>Two subnets of it or more, in different zones.</summary>
    public required IReadOnlyList<string> SubnetIds { get; init; }

    /// <summary>The emulator's ids by those of the stack file.</summary>
    public required Dictionary<string, string> Ids { get; init; }
}
