using System.Text.Json.Nodes;

namespace Infra.WebAcls;

/// <summary>
/// The rules of a web ACL in the form of the WAF API, in the order in which they are asked.
/// https://docs.aws.amazon.com/waf/latest/APIReference/API_Rule.html
/// </summary>
internal static class WebAclRuleStatements
{
    private const string RateLimit = "rate-limit";
    private const int FiveMinutes = 300;

    /// <param name="rateLimit">Requests of one address in five minutes; null for no limit.</param>
    /// <param name="managedRules">Names of rule groups of AWS's own.</param>
    /// <param name="countOnly">Whether to let through what a rule would refuse.</param>
    public static string Json(int? rateLimit, IEnumerable<string> managedRules, bool countOnly)
    {
        // The limit comes first, so that an address beyond it costs no more checks.
        IEnumerable<JsonObject> rules = rateLimit is { } limit ? [OfRate(limit, countOnly)] : [];
        rules = rules.Concat(managedRules.Select(name => OfGroup(name, countOnly)));
        return CanonicalJson.Text(CanonicalJson.Array(rules.Select((rule, priority) =>
        {
            rule["Priority"] = priority;
            return (JsonNode)rule;
        })));
    }

    private static JsonObject OfRate(int limit, bool countOnly) => Rule(
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

    // "None" leaves a group's rules their own actions.
    private static JsonObject OfGroup(string name, bool countOnly) => Rule(
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
