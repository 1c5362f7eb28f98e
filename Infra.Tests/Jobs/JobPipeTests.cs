using Infra.Jobs;
using Infra.Tests.Support;
using Infra.Tests.Tasks;
using Pulumi;

namespace Infra.Tests.Jobs;

public sealed class JobPipeTests
{
    [Fact]
    public async Task Pipe_RunsTheTaskForEachMessageWithTheMessageInItsEnvironment() => ResourceAssert.Inputs(
        """
        {
          "roleArn": "arn:Role:shop-import",
          "source": "arn:queue",
          "sourceParameters": {"sqsQueueParameters": {"batchSize": 1}},
          "target": "arn:aws:ecs:eu-central-1:123456789012:cluster/shop-dev",
          "targetParameters": {
            "ecsTaskParameters": {
              "taskDefinitionArn": "arn:aws:ecs:eu-central-1:123456789012:task-definition/shop-dev-report:7",
              "taskCount": 1,
              "networkConfiguration": {
                "awsVpcConfiguration": {"subnets": ["subnet-1", "subnet-2"], "securityGroups": ["sg-1"], "assignPublicIp": "ENABLED"}
              },
              "capacityProviderStrategies": [
                {"capacityProvider": "FARGATE", "base": 1, "weight": 1},
                {"capacityProvider": "FARGATE_SPOT", "base": 0, "weight": 3}
              ],
              "enableEcsManagedTags": true,
              "enableExecuteCommand": false,
              "propagateTags": "TASK_DEFINITION",
              "overrides": {
                "containerOverrides": [
                  {
                    "name": "report",
                    "cpu": 512,
                    "memory": 1024,
                    "environments": [
                      {"name": "MESSAGE_BODY", "value": "$.body"},
                      {"name": "MESSAGE_ID", "value": "$.messageId"}
                    ]
                  }
                ]
              }
            }
          }
        }
        """,
        (await Run()).Single<Pipes.Pipe>());

    [Theory]
    [InlineData("{}", 256.0, 512.0, null)]
    [InlineData("""{"cpuUnits":128,"memoryMiB":384,"memoryReservationMiB":64}""", 128.0, 384.0, 64.0)]
    public async Task Pipe_HasTheLimitsOfTheContainer(string limits, double cpu, double memory, double? reserved)
    {
        var run = await StackRun.Of(TestConfigs.With(
            ("queues", """{"imports":{}}"""), ("jobs", $$$"""{"import":{"event":{"queue":"imports"},"containerLimits":{{{limits}}}}}""")));

        const string Container = "targetParameters.ecsTaskParameters.overrides.containerOverrides[0]";
        var pipe = run.Single<Pipes.Pipe>();
        Assert.Equal((cpu, memory), (pipe[$"{Container}.cpu"], pipe[$"{Container}.memory"]));
        Assert.Equal(reserved, pipe[$"{Container}.memoryReservation"]);
    }

    [Fact]
    public async Task Pipe_DependsOnTheRole() =>
        Assert.Equal(["shop-import"], await (await Run()).Single<Pipes.Pipe>().DependsOn());

    [Fact]
    public async Task Role_AllowsToReceiveFromTheQueueAndRunTheTaskOnly()
    {
        var run = await Run();

        Assert.Contains("pipes.amazonaws.com", (string)run.Single<AwsIam.Role>()["assumeRolePolicy"]!, StringComparison.Ordinal);
        ResourceAssert.Json(
            $$"""
            {
              "Version": "2012-10-17",
              "Statement": [
                {"Effect": "Allow", "Action": ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], "Resource": ["arn:queue"]},
                {{RunnableTasks.Permissions}}
              ]
            }
            """,
            run.Single<AwsIam.RolePolicy>().Json("policy"));
    }

    [Fact]
    public async Task Job_WithAQueue_HasAPipeAndNoRule()
    {
        var run = await StackRun.Of(TestConfigs.With(
            ("queues", """{"imports":{}}"""), ("jobs", """{"import":{"event":{"queue":"imports"}}}""")));

        Assert.Empty(run.All<CloudWatch.EventRule>());
        Assert.Equal("arn:Queue:shop-queues-imports", run.Single<Pipes.Pipe>()["source"]);
    }

    [Fact]
    public async Task Role_WithACustomerKey_AllowsDecryption() => Assert.Contains(
        "kms:Decrypt",
        (string)(await Run("arn:aws:kms:eu-central-1:123456789012:key/0a1b")).Single<AwsIam.RolePolicy>()["policy"]!,
        StringComparison.Ordinal);

    private static Task<StackRun> Run(string? kmsKeyArn = null) => StackRun.OfComponent(context => _ = new JobPipe(
        "shop-import",
        new JobPipeArgs { Context = context with { KmsKeyArn = kmsKeyArn }, QueueArn = Output.Create("arn:queue"), Task = RunnableTasks.Report() }));
}
