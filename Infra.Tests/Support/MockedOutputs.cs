using System.Collections.Immutable;
using System.Globalization;
using Pulumi.Testing;

namespace Infra.Tests.Support;

/// <summary>
/// Outputs of resources and lookups as AWS would return them. IDs, ARNs and names contain the type and the logical name of their resource,
/// so that a reference to the wrong resource is a wrong value.
/// </summary>
internal static class MockedOutputs
{
    public static string Id(string type, string name) => $"{Kind(type)}:{name}";

    /// <summary>The value of a random password.</summary>
    public static string Generated(string name) => $"{name}-generated-value";

    /// <summary>The state of a resource: its inputs and computed outputs.</summary>
    public static ImmutableDictionary<string, object> Of(string type, string name, ImmutableDictionary<string, object> inputs) =>
        ImmutableDictionary<string, object>.Empty
            .Add("arn", $"arn:{Kind(type)}:{name}")
            .Add("name", $"{name}-{Kind(type)}")
            .SetItems(inputs)
            .SetItems(Computed(type, name, inputs));

    public static ImmutableDictionary<string, object> OfCall(MockCallArgs args) => args.Token switch
    {
        "aws:index/getCallerIdentity:getCallerIdentity" => Answer("accountId", MockedProvider.AccountId),
        "aws:route53/getZone:getZone" => Answer("zoneId", $"zone-of-{args.Args["name"]}"),
        "aws:ec2/getRouteTable:getRouteTable" => Answer("routeTableId", $"route-table-of-{args.Args["subnetId"]}"),
        "aws:ec2/getSubnet:getSubnet" => Answer("id", $"default-in-{args.Args["availabilityZone"]}"),
        "aws:ec2/getVpc:getVpc" => Answer("id", "default-vpc"),
        "aws:index/getAvailabilityZones:getAvailabilityZones" => ImmutableDictionary<string, object>.Empty
            .Add("names", ImmutableArray.Create<object>("eu-central-1a", "eu-central-1b", "eu-central-1c")),
        "aws:ec2/getInternetGateway:getInternetGateway" => Answer("internetGatewayId", "internet-gateway-id"),
        "aws:lb/getLoadBalancer:getLoadBalancer" => ImmutableDictionary<string, object>.Empty
            .Add("arn", $"arn-of-{args.Args["name"]}")
            .Add("arnSuffix", $"suffix-of-{args.Args["name"]}")
            .Add("dnsName", $"{args.Args["name"]}.elb.amazonaws.com")
            .Add("zoneId", $"zone-of-{args.Args["name"]}"),
        "aws:lb/getListener:getListener" => Answer("arn", $"listener-{args.Args["port"]}-of-{args.Args["loadBalancerArn"]}"),
        _ => throw new InvalidOperationException($"unexpected lookup {args.Token}"),
    };

    private static Dictionary<string, object> Computed(string type, string name, ImmutableDictionary<string, object> inputs) => type switch
    {
        "awsx:ec2:Vpc" => Vpc(name, inputs),
        "aws:acm/certificate:Certificate" => new() { ["domainValidationOptions"] = ValidationOptions(inputs) },
        // AWS returns the same ARN; the prefix shows which resources wait for the validation.
        "aws:acm/certificateValidation:CertificateValidation" => new() { ["certificateArn"] = $"valid:{inputs["certificateArn"]}" },
        "aws:ec2/launchTemplate:LaunchTemplate" => new() { ["latestVersion"] = 3 },
        "aws:ecr/repository:Repository" => new()
        {
            ["repositoryUrl"] = $"{MockedProvider.AccountId}.dkr.ecr.eu-central-1.amazonaws.com/{inputs["name"]}",
        },
        "aws:elasticache/replicationGroup:ReplicationGroup" => new() { ["primaryEndpointAddress"] = $"{name}.cache.amazonaws.com" },
        "aws:elasticache/serverlessCache:ServerlessCache" => new()
        {
            ["endpoints"] = ImmutableArray.Create<object>(
                ImmutableDictionary<string, object>.Empty.Add("address", $"{name}.serverless.cache.amazonaws.com").Add("port", 6379)),
        },
        "aws:lb/loadBalancer:LoadBalancer" => new()
        {
            ["arnSuffix"] = $"app/{name}",
            ["dnsName"] = $"{name}.elb.amazonaws.com",
            ["zoneId"] = $"{name}-zone",
        },
        "aws:lb/targetGroup:TargetGroup" => new() { ["arnSuffix"] = $"targetgroup/{name}" },
        "aws:rds/instance:Instance" => new() { ["address"] = $"{name}.rds.amazonaws.com" },
        "aws:route53/record:Record" => new() { ["fqdn"] = $"{name}-fqdn" },
        "aws:s3/bucket:Bucket" => new() { ["bucket"] = $"{name}-bucket" },
        "aws:secretsmanager/secretVersion:SecretVersion" => new() { ["versionId"] = $"SecretVersion:{name}" },
        "aws:sqs/queue:Queue" => new() { ["url"] = $"https://sqs/{name}" },
        "random:index/randomId:RandomId" => new() { ["hex"] = "0a1b2c3d" },
        "random:index/randomPassword:RandomPassword" => new() { ["result"] = Pulumi.Output.CreateSecret(Generated(name)) },
        _ => [],
    };

    // aws:lb/targetGroup:TargetGroup -> TargetGroup
    private static string Kind(string type) => type[(type.LastIndexOf(':') + 1)..];

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

    // ACM returns the same record for a domain and its wildcard, in no particular order.
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
