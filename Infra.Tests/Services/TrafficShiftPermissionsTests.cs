using System.Text.Json.Nodes;
using Infra.Services;
using Infra.Tests.Support;

namespace Infra.Tests.Services;

public sealed class TrafficShiftPermissionsTests
{
    [Fact]
    public void Statements_AreLimitedToRulesListenersAndTargetGroups() => ResourceAssert.Json(
        """
        [
          {
            "Effect": "Allow",
            "Action": [
              "elasticloadbalancing:DescribeListeners", "elasticloadbalancing:DescribeRules",
              "elasticloadbalancing:DescribeTargetGroups", "elasticloadbalancing:DescribeTargetHealth"
            ],
            "Resource": ["*"]
          },
          {"Effect": "Allow", "Action": ["elasticloadbalancing:ModifyRule"], "Resource": ["arn:rule", "arn:test-rule"]},
          {"Effect": "Allow", "Action": ["elasticloadbalancing:ModifyListener"], "Resource": ["arn:listener", "arn:test-listener"]},
          {
            "Effect": "Allow",
            "Action": ["elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DeregisterTargets"],
            "Resource": ["arn:one", "arn:two"]
          }
        ]
        """,
        JsonNode.Parse(PolicyDocument.Json(TrafficShiftPermissions.Plan(
            ["arn:rule", "arn:test-rule"], ["arn:listener", "arn:test-listener"], ["arn:one", "arn:two"])))!["Statement"]!);
}
