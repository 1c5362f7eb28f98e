using static Infra.Stack.StackKeys;

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
                var key = Key(stack => stack.Network!.InterfaceEndpoints).Item(index);
                rules.Check([key, Key(stack => stack.Network!.S3GatewayEndpoint)], () => service.StartsWith(Prefix, StringComparison.Ordinal)
                    ? Finding.Error($"{service} must not include the prefix; use {ShortName(service)}")
                    : GatewayProblem(service, network) ?? EndpointNames.Check(service, region));
            }
        }
    }

    // com.amazonaws.eu-central-1.ecr.api is ecr.api. Names without a region, such as com.amazonaws.ssm, lose their prefix only.
    private static string ShortName(string service) =>
        service[Prefix.Length..].Split('.', 2) is [var region, var name] && Regions.Check(region) is null ? name : service[Prefix.Length..];

    // An S3 interface endpoint with private DNS needs a gateway endpoint for the VPC's own traffic, and DynamoDB has none here.
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html#private-dns-s3
    private static Finding? GatewayProblem(string service, NetworkConfig network) => service switch
    {
        "s3" when !network.S3GatewayEndpoint => Finding.Error("s3 needs network.s3GatewayEndpoint, which is free and enough for tasks in the VPC"),
        "dynamodb" => Finding.Error("dynamodb needs a gateway endpoint, which this stack does not create; remove it and reach DynamoDB through natGateways"),
        _ => null,
    };
}
