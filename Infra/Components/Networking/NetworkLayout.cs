using Infra.Networking;
using Pulumi;

namespace Infra.Components.Networking;

/// <summary>A VPC and its subnets by tier, in the order of the zones; a tier that the network does not have is empty.</summary>
internal sealed record NetworkLayout
{
    public required Output<string> VpcId { get; init; }

    public required IReadOnlyList<NamedSubnet> Public { get; init; }

    public required IReadOnlyList<NamedSubnet> Private { get; init; }

    public required IReadOnlyList<NamedSubnet> Isolated { get; init; }
}
