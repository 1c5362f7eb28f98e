using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Engine;

/// <summary>Outputs that an update in place changes. All others keep their values as long as the resource exists.</summary>
internal static class VolatileOutputs
{
    // An input with null stands for any.
    private static readonly (string Type, string? Input, string Output)[] Known =
    [
        // A launch template gets a version with each update. The provider marks it in CustomizeDiff.
        ("aws:ec2/launchTemplate:LaunchTemplate", null, "latestVersion"),
        ("aws:ec2/launchTemplate:LaunchTemplate", null, "defaultVersion"),
        // The name and the port are parts of the endpoint.
        ("aws:rds/instance:Instance", "identifier", "address"),
        ("aws:rds/instance:Instance", "identifier", "arn"),
        ("aws:rds/instance:Instance", "identifier", "endpoint"),
        ("aws:rds/instance:Instance", "port", "endpoint"),
        ("aws:elasticache/replicationGroup:ReplicationGroup", "clusterMode", "configurationEndpointAddress"),
        // Each value of a parameter and each object has a version.
        ("aws:ssm/parameter:Parameter", "value", "version"),
        ("aws:s3/bucketObjectv2:BucketObjectv2", null, "versionId"),
        // A VPC gets its addresses when IPv6 is turned on.
        ("aws:ec2/vpc:Vpc", "assignGeneratedIpv6CidrBlock", "ipv6CidrBlock"),
    ];

    /// <summary>The outputs of a resource that change with some of its inputs.</summary>
    public static IEnumerable<string> Of(string type, IEnumerable<PropertyChange> changes)
    {
        var inputs = changes.Select(change => change.Path.Split('.', '[')[0]).ToHashSet(StringComparer.Ordinal);
        return Known.Where(known => known.Type == type && (known.Input is null || inputs.Contains(known.Input))).Select(known => known.Output);
    }

    /// <summary>The output that a symbol is or is part of: <c>ipv6CidrBlock</c> of <c>ipv6CidrBlock#2</c>.</summary>
    public static Symbol Whole(Symbol symbol) => symbol with { Path = symbol.Path.Split('#', '.', '[')[0] };
}
