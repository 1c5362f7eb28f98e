using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Tests;

/// <summary>Inputs of a VPC component with three subnets in each of two zones.</summary>
internal static class AwsxVpc
{
    public static PropertyValue.Map Inputs(string natStrategy = "None", bool dualStack = false) => Map(
        ("availabilityZoneNames", List("eu-west-1a", "eu-west-1b")),
        ("assignGeneratedIpv6CidrBlock", dualStack),
        ("cidrBlock", "10.0.0.0/16"),
        ("natGateways", Map(("strategy", natStrategy))),
        ("subnetStrategy", "Auto"),
        ("subnetSpecs", List(
            Subnets("Isolated", "10.0.4.0/24", "10.0.5.0/24"),
            Subnets("Public", "10.0.0.0/24", "10.0.1.0/24"),
            Subnets("Private", "10.0.2.0/24", "10.0.3.0/24"))),
        ("tags", Map(("Name", "shop-dev"), ("team", "web"))),
        ("vpcEndpointStrategy", "Auto"),
        ("vpcEndpointSpecs", List(Map(("serviceName", "com.amazonaws.eu-west-1.s3"), ("vpcEndpointType", "Gateway")))));

    private static PropertyValue.Map Subnets(string type, params PropertyValue[] cidrBlocks) =>
        Map(("type", type), ("cidrBlocks", List(cidrBlocks)));

    private static PropertyValue.Map Map(params (string Key, PropertyValue Value)[] entries) =>
        PropertyValue.Map.Of(entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value)));

    private static PropertyValue.List List(params PropertyValue[] items) => new([.. items]);
}
