using System.Collections.Immutable;
using System.Globalization;
using Pulumi.Testing;

namespace Infra.Tests.Support;

/// <summary>What AWS would answer, by resource type.</summary>
internal static class MockedOutputs
{
    public static ImmutableDictionary<string, object> Of(string type, string name, ImmutableDictionary<string, object> inputs)
    {
        var outputs = ImmutableDictionary<string, object>.Empty.Add("arn", $"arn:{type}:{name}").Add("name", name);
        return type switch
        {
            "awsx:ec2:Vpc" => outputs.SetItems(Vpc(name, inputs)),
            "aws:acm/certificate:Certificate" => outputs.Add("domainValidationOptions", ValidationOptions(inputs)),
            "aws:acm/certificateValidation:CertificateValidation" => outputs,
            "aws:lb/loadBalancer:LoadBalancer" => outputs.Add("dnsName", $"{name}.elb.amazonaws.com").Add("zoneId", $"{name}-zone"),
            "aws:rds/instance:Instance" => outputs.Add("address", $"{name}.rds.amazonaws.com"),
            "aws:route53/record:Record" => outputs.Add("fqdn", $"{name}-fqdn"),
            "aws:s3/bucket:Bucket" => outputs.Add("bucket", $"{name}-bucket"),
            "random:index/randomId:RandomId" => outputs.Add("hex", "0a1b2c3d"),
            "random:index/randomPassword:RandomPassword" => outputs.Add("result", Pulumi.Output.CreateSecret($"{name}-generated-value")),
            _ => outputs,
        };
    }

    public static ImmutableDictionary<string, object> OfCall(MockCallArgs args) => args.Token switch
    {
        "aws:index/getCallerIdentity:getCallerIdentity" => Answer("accountId", MockedProvider.AccountId),
        "aws:route53/getZone:getZone" => Answer("zoneId", $"zone-of-{args.Args["name"]}"),
        "aws:ec2/getRouteTable:getRouteTable" => Answer("routeTableId", $"route-table-of-{args.Args["subnetId"]}"),
        "aws:ec2/getInternetGateway:getInternetGateway" => Answer("internetGatewayId", "internet-gateway-id"),
        _ => throw new InvalidOperationException($"unexpected lookup {args.Token}"),
    };

    private static ImmutableDictionary<string, object> Answer(string key, string value) =>
        ImmutableDictionary<string, object>.Empty.Add(key, value);

    private static Dictionary<string, object> Vpc(string name, ImmutableDictionary<string, object> inputs)
    {
        var zones = ((ImmutableArray<object>)inputs["availabilityZoneNames"]).Length;
        return new()
        {
            ["vpcId"] = $"{name}-vpc-id",
            ["publicSubnetIds"] = Subnets("public", zones),
            ["privateSubnetIds"] = Subnets("private", zones),
            ["isolatedSubnetIds"] = Subnets("isolated", zones),
        };
    }

    private static ImmutableArray<object> Subnets(string tier, int count) =>
        [.. Enumerable.Range(1, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"{tier}-{number}"))];

    // ACM repeats the record of a domain for its wildcard, and answers in an order of its own.
    private static ImmutableArray<object> ValidationOptions(ImmutableDictionary<string, object> inputs)
    {
        var others = inputs.TryGetValue("subjectAlternativeNames", out var names) ? (ImmutableArray<object>)names : [];
        return
        [
            .. others.Append(inputs["domainName"]).Select(domain => (object)ImmutableDictionary<string, object>.Empty
                .Add("domainName", domain)
                .Add("resourceRecordName", $"_validate.{((string)domain).Replace("*.", "", StringComparison.Ordinal)}")
                .Add("resourceRecordType", "CNAME")
                .Add("resourceRecordValue", "_value.acm-validations.aws")),
        ];
    }
}
