using System.Text.Json.Nodes;
using Infra.Jobs;
using Infra.Tasks;
using Infra.Tests.Support;

namespace Infra.Tests.Tasks;

public sealed class RunTaskPermissionsTests
{
    private const string Cluster = "arn:aws:ecs:eu-central-1:123456789012:cluster/shop-dev";
    private const string EveryRevision = "arn:aws:ecs:eu-central-1:123456789012:task-definition/shop-dev-report:*";
    private const string EveryTask = "arn:aws:ecs:eu-central-1:123456789012:task/shop-dev/*";

    [Fact]
    public void RunTask_IsLimitedToFamilyClusterAndRoles() => ResourceAssert.Json(
        $$"""
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Allow",
              "Action": ["ecs:RunTask"],
              "Resource": ["arn:aws:ecs:eu-central-1:123456789012:task-definition/shop-dev-report:*"],
              "Condition": {"ArnEquals": {"ecs:cluster": "{{Cluster}}"} }
            },
            {
              "Effect": "Allow",
              "Action": ["ecs:TagResource"],
              "Resource": ["arn:aws:ecs:eu-central-1:123456789012:task/shop-dev/*"],
              "Condition": {"StringEquals": {"ecs:CreateAction": "RunTask"} }
            },
            {
              "Effect": "Allow",
              "Action": ["iam:PassRole"],
              "Resource": ["arn:execution", "arn:task"],
              "Condition": {"StringEquals": {"iam:PassedToService": "ecs-tasks.amazonaws.com"} }
            }
          ]
        }
        """,
        Parse(PolicyDocument.Json(RunTaskPermissions.Plan(EveryRevision, EveryTask, Cluster, ["arn:execution", "arn:task"]))));

    [Fact]
    public void DeadLetters_AreLimitedToRule() => ResourceAssert.Json(
        """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Allow",
              "Principal": {"Service": "events.amazonaws.com"},
              "Action": ["sqs:SendMessage"],
              "Resource": ["arn:queue"],
              "Condition": {"ArnEquals": {"aws:SourceArn": "arn:rule"}}
            }
          ]
        }
        """,
        Parse(PolicyDocument.Json([DeadLetterPermissions.SendFromRule("arn:queue", "arn:rule")])));

    private static JsonNode Parse(string json) => JsonNode.Parse(json)!;
}
