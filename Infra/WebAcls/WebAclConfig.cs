using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;

namespace Infra.WebAcls;

/// <summary>
/// An AWS WAF web ACL for the load balancer. About 5 USD a month, 1 USD for each rule, and 0.60 USD for a million requests; more if all
/// <c>managedRules</c> together exceed 1,500 web ACL capacity units (WCUs).
/// </summary>
internal sealed record WebAclConfig
{
    /// <summary>Requests from one IP address in five minutes above which further ones are blocked. Without it there is no limit.</summary>
    [Range(10, 2_000_000_000)]
    public int? RateLimitPerFiveMinutes { get; init; }

    /// <summary>
    /// AWS Managed Rules rule groups, in the order of evaluation. <c>AWSManagedRulesCommonRuleSet</c> also blocks requests with a body
    /// larger than 8 KB, such as uploads.
    /// </summary>
    [Unique]
    [AllowedValues(
        "AWSManagedRulesCommonRuleSet",
        "AWSManagedRulesKnownBadInputsRuleSet",
        "AWSManagedRulesAmazonIpReputationList",
        "AWSManagedRulesAnonymousIpList",
        "AWSManagedRulesAdminProtectionRuleSet",
        "AWSManagedRulesSQLiRuleSet",
        "AWSManagedRulesLinuxRuleSet",
        "AWSManagedRulesUnixRuleSet",
        "AWSManagedRulesPHPRuleSet",
        "AWSManagedRulesWordPressRuleSet")]
    public IReadOnlyList<string> ManagedRules { get; init; } =
        ["AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet", "AWSManagedRulesAmazonIpReputationList"];

    /// <summary>Count matching requests instead of blocking them, to see in CloudWatch what the rules would block.</summary>
    public bool CountOnly { get; init; }
}
