using Pulumi;

namespace Infra.Networking;

/// <summary>A VPC and its subnets by tier, in the order of the zones; a tier that the network does not have is empty.</summary>
internal sealed record NetworkLayout
{
    public required Output<string> VpcId { get; init; }

    public required IReadOnlyList<NamedSubnet> Public { get; init; }

    public required IReadOnlyList<NamedSubnet> Private { get; init; }

    public required IReadOnlyList<NamedSubnet> Isolated { get; init; }
}

/// <summary>A subnet by a name that stays the same when others come or go: its zone, or its id in an existing network.</summary>
internal sealed record NamedSubnet(string Name, Output<string> Id);
