using Infra.Sandbox.Changes.Aws.Rules;

namespace Infra.Sandbox.Changes.Aws;

/// <summary>All rules about resources that exist at the same time.</summary>
internal static class AwsRules
{
    public static IReadOnlyList<AwsRule> All { get; } =
    [
        .. UniqueKey.Refused.Select(key => new UniqueKeyRule(key)),
        new SecurityGroupRuleKeys(),
        new SubnetRanges(),
        new MountTargetZones(),
        new SecretNames(),
        new TargetGroupBonds(),
        new CapacityProviderUse(),
        new VpcBonds(),
        new Ipv6Blocks(),
        new DatabaseUpdates(),
        .. UseRule.All,
        .. ProtectionRules.All,
        .. QuotaRules.All,
        new SharedSettings(),
    ];
}
