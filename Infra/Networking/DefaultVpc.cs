using Pulumi;

namespace Infra.Networking;

/// <summary>
/// The default VPC of a region and its default subnets, which are all public: AWS makes one in each zone.
/// https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html
/// </summary>
internal static class DefaultVpc
{
    // A load balancer and a database need two zones, and every region has two; how many more an account sees varies.
    private const int ZonesUnlessNamed = 2;

    public static Output<string> FindId(InvokeOptions options) =>
        Ec2.GetVpc.Invoke(new Ec2.GetVpcInvokeArgs { Default = true }, options).Apply(vpc => vpc.Id);

    /// <summary>The default subnets of the zones named in the configuration, otherwise of the first two.</summary>
    public static IReadOnlyList<NamedSubnet> FindSubnets(ExistingNetworkConfig config, Output<string> vpcId, InvokeOptions options) => config.Zones is { } zones
        ? [.. zones.Select(zone => new NamedSubnet(zone, FindSubnet(vpcId, Output.Create(zone), options)))]
        : [.. FindZones(options).Select((zone, index) => new NamedSubnet($"{index + 1}", FindSubnet(vpcId, zone, options)))];

    // Local zones and Wavelength zones must be opted into, and have no default subnets.
    private static IEnumerable<Output<string>> FindZones(InvokeOptions options)
    {
        var found = Aws.GetAvailabilityZones.Invoke(
            new Aws.GetAvailabilityZonesInvokeArgs
            {
                State = "available",
                Filters = [new Aws.Inputs.GetAvailabilityZonesFilterInputArgs { Name = "opt-in-status", Values = ["opt-in-not-required"] }],
            },
            options);
        return Enumerable.Range(0, ZonesUnlessNamed).Select(index => found.Apply(all => all.Names[index]));
    }

    private static Output<string> FindSubnet(Output<string> vpcId, Output<string> zone, InvokeOptions options) => Ec2.GetSubnet
        .Invoke(new Ec2.GetSubnetInvokeArgs { VpcId = vpcId, AvailabilityZone = zone, DefaultForAz = true }, options)
        .Apply(subnet => subnet.Id);
}
