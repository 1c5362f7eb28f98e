using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;

namespace Infra.WebAcls;

/// <summary>
/// AWS WAF in front of the load balancer. About 5 USD a month, 1 USD for each rule, and 0.60 USD for a million requests; more
/// for the part of all <c>managedRules</c> together that exceeds AWS's basic allowance of 1,500 capacity units.
/// </summary>
internal sealed record WebAclConfig
{
    /// <summary>Requests that one address may make in five minutes before it is refused; without it there is no limit.</summary>
    [Range(10, 2_000_000_000)]
    public int? RateLimitPerFiveMinutes { get; init; }

    /// <summary>
    /// Rules that AWS maintains, in the order in which they are asked. <c>AWSManagedRulesCommonRuleSet</c> also refuses requests
    /// whose body is larger than 8 KB, as uploads are.
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

    /// <summary>Only count what would be refused, to see in CloudWatch whether a rule would hit users.</summary>
    public bool CountOnly { get; init; }
}
