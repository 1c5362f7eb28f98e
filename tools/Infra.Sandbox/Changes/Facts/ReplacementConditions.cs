using System.Collections.Immutable;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Facts;

/// <summary>An input that forces a replacement for some values only.</summary>
/// <param name="Type">The Pulumi type.</param>
/// <param name="Input">The input.</param>
/// <param name="Applies">Whether the change from the first inputs to the second replaces the resource.</param>
/// <param name="Reason">A sentence with the reason.</param>
internal sealed record ReplacementCondition(string Type, string Input, Func<PropertyValue.Map, PropertyValue.Map, bool> Applies, string Reason)
{
    /// <summary>The versions of the provider with the condition.</summary>
    public ProviderVersions Versions { get; init; } = ProviderVersions.All;
}

/// <summary>Versions of the AWS provider.</summary>
internal enum ProviderVersions
{
    All,

    /// <summary>The last 5.x, with which the facts are measured.</summary>
    Measured,

    /// <summary>6.x, which Pulumi's AWS provider 7 is built from.</summary>
    OfPulumi,
}

/// <summary>The replacements that depend on values: the provider decides them in functions, not in its schema.</summary>
internal static class ReplacementConditions
{
    private const string IngressRule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private const string EgressRule = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
    private const string LoadBalancer = "aws:lb/loadBalancer:LoadBalancer";
    private const string Service = "aws:ecs/service:Service";
    private const string ReplicationGroup = "aws:elasticache/replicationGroup:ReplicationGroup";
    private const string ServerlessCache = "aws:elasticache/serverlessCache:ServerlessCache";

    private const string Redis = "redis";
    private const string Valkey = "valkey";

    private static readonly string[] RuleSources = ["cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"];

    public static ImmutableArray<ReplacementCondition> All { get; } =
    [
        .. RuleSources.SelectMany(source => new[] { IngressRule, EgressRule }.Select(type => new ReplacementCondition(
            type, source, ChangesKindOfSource, "ModifySecurityGroupRules cannot change the kind of a rule's source."))),
        new(LoadBalancer, "subnets", RemovesSubnetOfNetworkLoadBalancer, "A Network Load Balancer cannot leave a subnet."),
        new(LoadBalancer, "securityGroups", TurnsSecurityGroupsOfNetworkLoadBalancerOnOrOff,
            "A Network Load Balancer has security groups from its creation or never."),
        new(Service, "capacityProviderStrategies", ChangesStrategyWithoutDeployment,
            "Version 5 replaces the service unless it may force a new deployment.")
        {
            Versions = ProviderVersions.Measured,
        },
        new(Service, "capacityProviderStrategies", TurnsStrategyOnOrOff, "Version 5 replaces the service between a launch type and a strategy.")
        {
            Versions = ProviderVersions.Measured,
        },
        new(ReplicationGroup, "engine", (old, wanted) => !ChangesRedisToValkey(old, wanted), "ElastiCache changes Redis OSS to Valkey only."),
        new(ReplicationGroup, "engineVersion", LowersEngineVersion, "ElastiCache cannot downgrade an engine."),
        new(ServerlessCache, "engine", (old, wanted) => !ChangesRedisToValkey(old, wanted), "ElastiCache changes Redis OSS to Valkey only.")
        {
            Versions = ProviderVersions.Measured,
        },
        new(ServerlessCache, "engine", (old, wanted) => !ChangesRedisToValkey(old, wanted) && !ChangesRedisToValkey(wanted, old),
            "ElastiCache changes a serverless cache between Redis OSS and Valkey only.")
        {
            Versions = ProviderVersions.OfPulumi,
        },
        new(ServerlessCache, "majorEngineVersion", (_, _) => true, "Version 5 replaces the cache.") { Versions = ProviderVersions.Measured },
        new(ServerlessCache, "majorEngineVersion", (old, wanted) => !UpgradesValkey(old, wanted), "ElastiCache upgrades Valkey only.")
        {
            Versions = ProviderVersions.OfPulumi,
        },
    ];

    /// <summary>The condition that makes a change of an input replace the resource, if any.</summary>
    public static ReplacementCondition? Find(string type, string path, PropertyValue.Map old, PropertyValue.Map wanted) =>
        Find(type, path, old, wanted, ProviderVersions.OfPulumi);

    /// <summary>The same of the provider measured.</summary>
    public static ReplacementCondition? FindWhenMeasured(string type, string path, PropertyValue.Map old, PropertyValue.Map wanted) =>
        Find(type, path, old, wanted, ProviderVersions.Measured);

    public static bool ChangesKindOfSource(PropertyValue.Map old, PropertyValue.Map wanted) =>
        RuleSources.Any(source => IsGiven(old, source) != IsGiven(wanted, source));

    public static bool RemovesSubnetOfNetworkLoadBalancer(PropertyValue.Map old, PropertyValue.Map wanted) =>
        IsNetwork(wanted) && old.Items("subnets").Except(wanted.Items("subnets")).Any();

    public static bool TurnsSecurityGroupsOfNetworkLoadBalancerOnOrOff(PropertyValue.Map old, PropertyValue.Map wanted) =>
        IsNetwork(wanted) && old.Items("securityGroups").IsEmpty != wanted.Items("securityGroups").IsEmpty;

    public static bool ChangesStrategyWithoutDeployment(PropertyValue.Map old, PropertyValue.Map wanted) => wanted.Flag("forceNewDeployment") != true;

    public static bool TurnsStrategyOnOrOff(PropertyValue.Map old, PropertyValue.Map wanted) =>
        old.Items("capacityProviderStrategies").IsEmpty != wanted.Items("capacityProviderStrategies").IsEmpty;

    public static bool ChangesRedisToValkey(PropertyValue.Map old, PropertyValue.Map wanted) =>
        (old.Text("engine") ?? Redis, wanted.Text("engine") ?? Redis) is (Redis, Valkey);

    public static bool UpgradesValkey(PropertyValue.Map old, PropertyValue.Map wanted) =>
        wanted.Text("engine") == Valkey
        && Version(old, "majorEngineVersion") is { } before
        && Version(wanted, "majorEngineVersion") is { } after
        && after > before;

    public static bool LowersEngineVersion(PropertyValue.Map old, PropertyValue.Map wanted) =>
        Version(old, "engineVersion") is { } before && Version(wanted, "engineVersion") is { } after && after < before;

    private static ReplacementCondition? Find(string type, string path, PropertyValue.Map old, PropertyValue.Map wanted, ProviderVersions versions)
    {
        var input = ReplacementFacts.WithoutIndexes(path).Split('.')[0];
        return All.FirstOrDefault(condition => condition.Type == type
            && condition.Input == input
            && (condition.Versions == ProviderVersions.All || condition.Versions == versions)
            && condition.Applies(old, wanted));
    }

    private static bool IsGiven(PropertyValue.Map inputs, string input) => inputs.Find(input) is not (null or PropertyValue.Null);

    private static bool IsNetwork(PropertyValue.Map inputs) => inputs.Text("loadBalancerType") == "network";

    private static Version? Version(PropertyValue.Map inputs, string input) =>
        inputs.Text(input) is { } text && System.Version.TryParse(text.Contains('.', StringComparison.Ordinal) ? text : $"{text}.0", out var version)
            ? version
            : null;
}
