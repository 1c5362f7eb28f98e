using Pulumi;

namespace Infra.Networking;

/// <summary>Lookups of existing VPCs.</summary>
internal static class VpcLookups
{
    // A load balancer and a database need two zones. Every region has two; the number that an account can use beyond that varies.
    private const int DefaultZoneCount = 2;

    public static Output<string> FindDefaultVpcId(InvokeOptions options) =>
        Ec2.GetVpc.Invoke(new Ec2.GetVpcInvokeArgs { Default = true }, options).Apply(vpc => vpc.Id);

    /// <summary>The default subnets, which are all public, of the given zones or of the first two.
    /// https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html</summary>
    public static IReadOnlyList<NamedSubnet> FindDefaultSubnets(IReadOnlyList<string>? zones, Output<string> vpcId, InvokeOptions options) => zones is null
        ? [.. FindZones(options).Select((zone, index) => new NamedSubnet($"{index + 1}", FindDefaultSubnetId(vpcId, zone, options)))]
        : [.. zones.Select(zone => new NamedSubnet(zone, FindDefaultSubnetId(vpcId, Output.Create(zone), options)))];

    /// <summary>The internet gateway of a VPC, which has at most one.</summary>
    public static Output<string> FindInternetGatewayId(Output<string> vpcId, InvokeOptions options) => Ec2.GetInternetGateway
        .Invoke(
            new Ec2.GetInternetGatewayInvokeArgs
            {
                Filters = [new Ec2.Inputs.GetInternetGatewayFilterInputArgs { Name = "attachment.vpc-id", Values = [vpcId] }],
            },
            options)
        .Apply(gateway => gateway.InternetGatewayId);

    // Local Zones and Wavelength Zones require opt-in and have no default subnets.
    private static IEnumerable<Output<string>> FindZones(InvokeOptions options)
    {
        var found = Aws.GetAvailabilityZones.Invoke(
            new Aws.GetAvailabilityZonesInvokeArgs
            {
                State = "available",
                Filters = [new Aws.Inputs.GetAvailabilityZonesFilterInputArgs { Name = "opt-in-status", Values = ["opt-in-not-required"] }],
            },
            options);
        return Enumerable.Range(0, DefaultZoneCount).Select(index => found.Apply(zones => zones.Names[index]));
    }

    private static Output<string> FindDefaultSubnetId(Output<string> vpcId, Output<string> zone, InvokeOptions options) => Ec2.GetSubnet
        .Invoke(new Ec2.GetSubnetInvokeArgs { VpcId = vpcId, AvailabilityZone = zone, DefaultForAz = true }, options)
        .Apply(subnet => subnet.Id);
}
