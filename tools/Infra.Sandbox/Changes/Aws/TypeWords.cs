using System.Text.RegularExpressions;

namespace Infra.Sandbox.Changes.Aws;

/// <summary>The types in AWS's words.</summary>
internal static partial class TypeWords
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["aws:rds/instance:Instance"] = "database",
        ["aws:autoscaling/group:Group"] = "Auto Scaling group",
        ["aws:cognito/userPoolDomain:UserPoolDomain"] = "domain",
        ["aws:ecs/clusterCapacityProviders:ClusterCapacityProviders"] = "capacity providers of",
        ["aws:ec2/vpc:Vpc"] = "VPC",
        ["aws:ec2/eip:Eip"] = "Elastic IP address",
        ["aws:ec2/natGateway:NatGateway"] = "NAT gateway",
        ["aws:iam/role:Role"] = "IAM role",
        ["aws:servicediscovery/service:Service"] = "discovery service",
        ["aws:wafv2/webAcl:WebAcl"] = "web ACL",
    };

    /// <summary>A type in lower case: <c>listener rule</c>.</summary>
    public static string Of(string type) =>
        Known.GetValueOrDefault(type) ?? Words().Replace(type[(type.LastIndexOf(':') + 1)..], " $0").TrimStart().ToLowerInvariant();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Words();
}
