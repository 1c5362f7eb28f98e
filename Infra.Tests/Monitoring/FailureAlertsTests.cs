using Infra.Monitoring;
using Infra.Tests.Support;

namespace Infra.Tests.Monitoring;

public class FailureAlertsTests
{
    [Fact]
    public async Task TaskRule_MatchesTasksThatFailedToStartOrExitedWithAnError() => ResourceAssert.Json(
        """
        {
          "source": ["aws.ecs"],
          "detail-type": ["ECS Task State Change"],
          "detail": {
            "clusterArn": ["arn:Cluster:shop-cluster"],
            "lastStatus": ["STOPPED"],
            "$or": [
              {"stopCode": ["TaskFailedToStart"]},
              {"stopCode": ["EssentialContainerExited"], "containers": {"exitCode": [{"anything-but": [0, 143]}]}}
            ]
          }
        }
        """,
        (await Run()).Find<CloudWatch.EventRule>("shop-failures-task").Json("eventPattern"));

    [Fact]
    public async Task DeploymentRule_MatchesFailedDeploymentsInTheCluster() => ResourceAssert.Json(
        """
        {
          "source": ["aws.ecs"],
          "detail-type": ["ECS Deployment State Change"],
          "resources": [{"prefix": "arn:aws:ecs:eu-central-1:123456789012:service/shop-dev/"}],
          "detail": {"eventName": ["SERVICE_DEPLOYMENT_FAILED"]}
        }
        """,
        (await Run()).Find<CloudWatch.EventRule>("shop-failures-deployment").Json("eventPattern"));

    [Fact]
    public async Task TaskAlert_NamesTheTaskAndTheReason() => ResourceAssert.Inputs(
        """
        {
          "rule": "shop-failures-task-EventRule",
          "arn": "arn:Topic:shop-notifications",
          "inputTransformer": {
            "inputPaths": {
              "group": "$.detail.group",
              "code": "$.detail.stopCode",
              "reason": "$.detail.stoppedReason",
              "task": "$.detail.taskArn"
            },
            "inputTemplate": "{\n  \"problem\": \"A task stopped with an error\",\n  \"group\": <group>,\n  \"code\": <code>,\n  \"reason\": <reason>,\n  \"task\": <task>\n}"
          }
        }
        """,
        (await Run()).Find<CloudWatch.EventTarget>("shop-failures-task"));

    [Fact]
    public async Task DeploymentAlert_NamesTheServiceAndTheReason()
    {
        var target = (await Run()).Find<CloudWatch.EventTarget>("shop-failures-deployment");

        Assert.Equal("shop-failures-deployment-EventRule", target["rule"]);
        Assert.Equal("$.resources[0]", target["inputTransformer.inputPaths.service"]);
        Assert.Equal("$.detail.reason", target["inputTransformer.inputPaths.reason"]);
        Assert.Equal(
            "{\n  \"problem\": \"A deployment failed\",\n  \"service\": <service>,\n  \"reason\": <reason>\n}", target["inputTransformer.inputTemplate"]);
    }

    private static Task<StackRun> Run() => TestParts.Run(TestConfigs.Minimal, parts => _ = new FailureAlerts(
        "shop-failures",
        new FailureAlertsArgs
        {
            Context = parts.Context,
            TopicArn = NotificationsTests.Create(parts.Context, "ops@example.com").TopicArn,
            Cluster = parts.Cluster,
        }));
}
