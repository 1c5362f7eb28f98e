using System.Collections.Immutable;
using Infra.Tasks;
using Pulumi;

namespace Infra.Tests.Tasks;

/// <summary>A task for tests of triggers.</summary>
internal static class RunnableTasks
{
    /// <summary>The policy statements of a trigger that runs it.</summary>
    public const string Permissions = """
        {
          "Effect": "Allow",
          "Action": ["ecs:RunTask"],
          "Resource": ["arn:aws:ecs:eu-central-1:123456789012:task-definition/shop-dev-report:*"],
          "Condition": {"ArnEquals": {"ecs:cluster": "arn:aws:ecs:eu-central-1:123456789012:cluster/shop-dev"}}
        },
        {
          "Effect": "Allow",
          "Action": ["ecs:TagResource"],
          "Resource": ["arn:aws:ecs:eu-central-1:123456789012:task/shop-dev/*"],
          "Condition": {"StringEquals": {"ecs:CreateAction": "RunTask"}}
        },
        {
          "Effect": "Allow",
          "Action": ["iam:PassRole"],
          "Resource": ["arn:execution", "arn:task"],
          "Condition": {"StringEquals": {"iam:PassedToService": "ecs-tasks.amazonaws.com"}}
        }
        """;

    /// <summary>The ECS parameters of a trigger that runs it.</summary>
    public const string Parameters = """
        {
          "taskDefinitionArn": "arn:aws:ecs:eu-central-1:123456789012:task-definition/shop-dev-report:7",
          "taskCount": 1,
          "networkConfiguration": {"subnets": ["subnet-1", "subnet-2"], "securityGroups": ["sg-1"], "assignPublicIp": true},
          "capacityProviderStrategies": [
            {"capacityProvider": "FARGATE", "base": 1, "weight": 1},
            {"capacityProvider": "FARGATE_SPOT", "base": 0, "weight": 3}
          ],
          "enableEcsManagedTags": true,
          "enableExecuteCommand": false,
          "propagateTags": "TASK_DEFINITION"
        }
        """;

    public static RunnableTask Report() => new()
    {
        DefinitionArn = Output.Create("arn:aws:ecs:eu-central-1:123456789012:task-definition/shop-dev-report:7"),
        Family = "shop-dev-report",
        HasNetworkInterface = true,
        ExecutionRoleArn = Output.Create("arn:execution"),
        TaskRoleArn = Output.Create("arn:task"),
        ClusterArn = Output.Create("arn:aws:ecs:eu-central-1:123456789012:cluster/shop-dev"),
        SubnetIds = Output.Create(ImmutableArray.Create("subnet-1", "subnet-2")),
        SecurityGroupId = Output.Create("sg-1"),
        AssignPublicIp = true,
        CapacityProviders = [new CapacityShare("FARGATE", 1, 1), new CapacityShare("FARGATE_SPOT", 0, 3)],
        ContainerName = "report",
        LogGroupName = Output.Create("/ecs/shop-dev/job-report"),
        Limits = new ContainerLimits { CpuUnits = 512, MemoryMiB = 1024 },
    };
}
