namespace Infra.Networking;

internal static class InterfaceEndpointRules
{
    private const string Prefix = "com.amazonaws.";

    public static void Check(StackConfig config, RuleChecker rules)
    {
        if (config.Network is { } network && rules.Region is { } region)
        {
            foreach (var (index, service) in network.InterfaceEndpoints.Index())
            {
                string[] keys = [$"network.interfaceEndpoints[{index}]", "network.s3GatewayEndpoint"];
                rules.Check(keys, () => service.StartsWith(Prefix, StringComparison.Ordinal)
                    ? Finding.Error($"{service} is a whole name; write {ShortName(service)}")
                    : GatewayProblem(service, network) ?? EndpointNames.Check(service, region));
            }
        }
    }

    // com.amazonaws.eu-central-1.ecr.api is ecr.api; without a region, what is behind the prefix.
    private static string ShortName(string service) =>
        service[Prefix.Length..].Split('.', 2) is [var region, var name] && Regions.Check(region) is null ? name : service[Prefix.Length..];

    // An interface endpoint with private DNS needs the gateway endpoint for the VPC's own traffic, and DynamoDB has none here.
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html#private-dns-s3
    private static Finding? GatewayProblem(string service, NetworkConfig network) => service switch
    {
        "s3" when !network.S3GatewayEndpoint => Finding.Error("s3 needs network.s3GatewayEndpoint, which AWS wants to be there first; tasks in the VPC need no other, and it is free"),
        "dynamodb" => Finding.Error("dynamodb needs a gateway endpoint, which this stack does not make; leave it out, and reach DynamoDB through natGateways"),
        _ => null,
    };
}
