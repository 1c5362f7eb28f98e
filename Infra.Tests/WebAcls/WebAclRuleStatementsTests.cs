using System.Text.Json.Nodes;
using Infra.Tests.Support;
using Infra.WebAcls;

namespace Infra.Tests.WebAcls;

public sealed class WebAclRuleStatementsTests
{
    [Fact]
    public void Json_OfALimitAndAGroup_IsExact() => ResourceAssert.Json(
        """
        [
          {
            "Name": "rate-limit",
            "Priority": 0,
            "Action": {"Block": {}},
            "Statement": {"RateBasedStatement": {"Limit": 2000, "EvaluationWindowSec": 300, "AggregateKeyType": "IP"}},
            "VisibilityConfig": {"CloudWatchMetricsEnabled": true, "MetricName": "rate-limit", "SampledRequestsEnabled": true}
          },
          {
            "Name": "Common",
            "Priority": 1,
            "OverrideAction": {"None": {}},
            "Statement": {"ManagedRuleGroupStatement": {"VendorName": "AWS", "Name": "Common"}},
            "VisibilityConfig": {"CloudWatchMetricsEnabled": true, "MetricName": "Common", "SampledRequestsEnabled": true}
          }
        ]
        """,
        Rules(2000, ["Common"], countOnly: false));

    [Fact]
    public void Json_CountOnly_BlocksNothing()
    {
        var text = WebAclRuleStatements.Json(2000, ["Common"], countOnly: true);

        Assert.Contains("\"Action\":{\"Count\":{}}", text, StringComparison.Ordinal);
        Assert.Contains("\"OverrideAction\":{\"Count\":{}}", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Block", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_WithoutLimit_KeepsTheOrderOfGroups() => Assert.Equal(
        ["0 B", "1 A"],
        Rules(null, ["B", "A"], countOnly: false).Select(rule => $"{rule!["Priority"]} {rule["Name"]}"));

    private static JsonArray Rules(int? rateLimit, string[] groups, bool countOnly) =>
        JsonNode.Parse(WebAclRuleStatements.Json(rateLimit, groups, countOnly))!.AsArray();
}
