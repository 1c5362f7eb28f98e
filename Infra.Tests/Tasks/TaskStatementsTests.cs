using System.Text.Json.Nodes;
using Infra.Services;
using Infra.Tasks;
using Infra.Tests.Support;

namespace Infra.Tests.Tasks;

/// <summary>What tasks and ECS need beyond the usual, and what containers are told of their volumes and restarts.</summary>
public sealed class TaskStatementsTests
{
    [Fact]
    public void PeerDiscovery_ListsInOneClusterAndDescribesItsTasks() => AssertStatements(
        """
        [
          {
            "Effect": "Allow", "Action": ["ecs:ListServices", "ecs:ListTasks"], "Resource": ["*"],
            "Condition": {"ArnEquals": {"ecs:cluster": "arn:cluster"}}
          },
          {"Effect": "Allow", "Action": ["ecs:DescribeTasks"], "Resource": ["arn:tasks/*"]}
        ]
        """,
        [PeerDiscoveryPermissions.List("arn:cluster"), PeerDiscoveryPermissions.Describe("arn:tasks/*")]);

    [Fact]
    public void TrafficShift_ChangesOneRuleOneListenerAndItsTargetGroups() => AssertStatements(
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
        TrafficShiftPermissions.For(["arn:rule", "arn:test-rule"], ["arn:listener", "arn:test-listener"], ["arn:one", "arn:two"]));

    [Fact]
    public void Mount_NamesItsVolume() => ResourceAssert.Json(
        """{"sourceVolume":"data","containerPath":"/srv/data","readOnly":true}""", new ContainerMount("data", "/srv/data", ReadOnly: true).ToJson());

    [Fact]
    public void RestartPolicy_HasItsCodesInOrder() => ResourceAssert.Json(
        """{"enabled":true,"ignoredExitCodes":[0,1,9],"restartAttemptPeriod":60}""", new ContainerRestartPolicy([9, 0, 1], 60).ToJson());

    private static void AssertStatements(string expected, IEnumerable<PolicyStatement> statements) =>
        ResourceAssert.Json(expected, JsonNode.Parse(PolicyDocument.Json(statements))!["Statement"]!);
}
