using Infra.Clusters;
using Infra.FileStorage;
using Infra.Networking;
using Infra.Registry;
using Pulumi;

namespace Infra.Tasks;

/// <summary>The resources that all tasks of the stack share.</summary>
internal sealed record TaskHost
{
    public required Placement Placement { get; init; }

    public required Cluster Cluster { get; init; }

    /// <summary>The parts that environment, secrets and permissions of tasks refer to.</summary>
    public required StackParts Parts { get; init; }

    public FileSystems? FileSystems { get; init; }

    public Repositories? Repositories { get; init; }

    /// <summary>The secret values of the stack file, by name.</summary>
    public required IReadOnlyDictionary<string, Output<string>> SecretValues { get; init; }

    public StackContext Context => Placement.Context;

    public Network Network => Placement.Network;

    public SecurityGroups SecurityGroups => Placement.SecurityGroups;
}
