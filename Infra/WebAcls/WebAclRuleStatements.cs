using System.Text.Json.Nodes;

namespace Infra.WebAcls;

/// <summary>
/// The rules of a web ACL in the JSON of the WAF API, in the order of evaluation.
/// https://docs.aws.amazon.com/waf/latest/APIReference/API_Rule.html
/// </summary>
internal static class WebAclRuleStatements
{
    private const string RateLimit = "rate-limit";
    private const int FiveMinutes = 300;

    /// <param name="rateLimit">Requests from one IP address in five minutes; null for no limit.</param>
    /// <param name="managedRules">Names of AWS Managed Rules rule groups.</param>
    /// <param name="countOnly">Whether to count matching requests instead of blocking them.</param>
    public static string Json(int? rateLimit, IEnumerable<string> managedRules, bool countOnly)
    {
        // The limit comes first: requests above it are not evaluated further.
        IEnumerable<JsonObject> rules = rateLimit is { } limit ? [PlanRateLimit(limit, countOnly)] : [];
        rules = rules.Concat(managedRules.Select(name => PlanManagedGroup(name, countOnly)));
        return CanonicalJson.Text(CanonicalJson.Array(rules.Select((rule, priority) =>
        {
            rule["Priority"] = priority;
            return (JsonNode)rule;
        })));
    }

    private static JsonObject PlanRateLimit(int limit, bool countOnly) => Rule(
        RateLimit,
        "Action",
        countOnly ? "Count" : "Block",
        new JsonObject
        {
            ["RateBasedStatement"] = new JsonObject
            {
                ["Limit"] = limit,
                ["EvaluationWindowSec"] = FiveMinutes,
                ["AggregateKeyType"] = "IP",
            },
        });

    // "None" keeps the actions of the group's rules.
    private static JsonObject PlanManagedGroup(string name, bool countOnly) => Rule(
        name,
        "OverrideAction",
        countOnly ? "Count" : "None",
        new JsonObject { ["ManagedRuleGroupStatement"] = new JsonObject { ["VendorName"] = "AWS", ["Name"] = name } });

    private static JsonObject Rule(string name, string actionKind, string action, JsonObject statement) => new()
    {
        ["Name"] = name,
        [actionKind] = new JsonObject { [action] = new JsonObject() },
        ["Statement"] = statement,
        ["VisibilityConfig"] = new JsonObject
        {
            ["CloudWatchMetricsEnabled"] = true,
            ["MetricName"] = name,
            ["SampledRequestsEnabled"] = true,
        },
    };
}
