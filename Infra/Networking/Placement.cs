namespace Infra.Networking;

/// <summary>The network and the security groups in which parts are placed.</summary>
internal sealed record Placement
{
    public required StackContext Context { get; init; }

    public required Network Network { get; init; }

    public required SecurityGroups SecurityGroups { get; init; }
}
