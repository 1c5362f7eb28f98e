namespace Infra.Networking;

/// <summary>Inputs of the components that are placed in the network.</summary>
internal sealed record Placement
{
    public required StackContext Context { get; init; }

    public required Network Network { get; init; }

    public required SecurityGroups SecurityGroups { get; init; }
}
