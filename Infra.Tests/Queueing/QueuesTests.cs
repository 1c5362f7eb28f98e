using System.Collections.Immutable;
using Infra.Queueing;
using Infra.Tests.Support;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Queueing;

public class QueuesTests
{
    private const string ForWork = """
        {"visibilityTimeoutSeconds":120,"retentionDays":2,"maximumReceives":5,"deadLetterRetentionDays":7}
        """;

    [Fact]
    public async Task Queue_MinimalConfiguration_IsEncryptedAndHasADeadLetterQueue() => ResourceAssert.Inputs(
        """
        {
          "sqsManagedSseEnabled": true,
          "receiveWaitTimeSeconds": 20,
          "messageRetentionSeconds": 345600,
          "visibilityTimeoutSeconds": 30,
          "redrivePolicy": "{\"deadLetterTargetArn\":\"arn:Queue:shop-queues-work_dead\",\"maxReceiveCount\":3}"
        }
        """,
        (await Run("{}")).Find<Sqs.Queue>("shop-queues-work"));

    [Fact]
    public async Task DeadLetterQueue_AcceptsMessagesOfItsQueueOnly()
    {
        var run = await Run("{}");

        ResourceAssert.Inputs(
            """{"sqsManagedSseEnabled":true,"receiveWaitTimeSeconds":20,"messageRetentionSeconds":1209600}""",
            run.Find<Sqs.Queue>("shop-queues-work_dead"));
        ResourceAssert.Inputs(
            """
            {
              "queueUrl": "https://sqs/shop-queues-work_dead",
              "redriveAllowPolicy": "{\"redrivePermission\":\"byQueue\",\"sourceQueueArns\":[\"arn:Queue:shop-queues-work\"]}"
            }
            """,
            run.Single<Sqs.RedriveAllowPolicy>());
    }

    [Theory]
    [InlineData("shop-queues-work")]
    [InlineData("shop-queues-work_dead")]
    public async Task Policy_OfBothQueues_DeniesAccessWithoutTls(string name)
    {
        var policy = (await Run("{}")).Find<Sqs.QueuePolicy>(name);

        Assert.Equal($"https://sqs/{name}", policy["queueUrl"]);
        ResourceAssert.Json(
            $$"""
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Effect": "Deny",
                  "Principal": "*",
                  "Action": ["sqs:*"],
                  "Resource": ["arn:Queue:{{name}}"],
                  "Condition": {"Bool": {"aws:SecureTransport": "false"} }
                }
              ]
            }
            """,
            policy.Json("policy"));
    }

    [Fact]
    public async Task Queue_Options_BecomeInputs()
    {
        var run = await Run(ForWork);

        var (queue, dead) = (run.Find<Sqs.Queue>("shop-queues-work"), run.Find<Sqs.Queue>("shop-queues-work_dead"));
        Assert.Equal(120.0, queue["visibilityTimeoutSeconds"]);
        Assert.Equal(172_800.0, queue["messageRetentionSeconds"]);
        Assert.Equal(5, (int?)queue.Json("redrivePolicy")["maxReceiveCount"]);
        Assert.Equal(604_800.0, dead["messageRetentionSeconds"]);
    }

    [Fact]
    public async Task Queue_Fifo_HasAFifoDeadLetterQueue() => ResourceAssert.Every(
        (await Run("""{"fifo":true}""")).All<Sqs.Queue>(), queue => Assert.Equal(true, queue["fifoQueue"]));

    [Fact]
    public async Task Outputs_AreNamedAfterTheirKeys()
    {
        Output<ImmutableArray<string>>? known = null;
        await Run("{}", queues => known = Output.All(
            queues.Urls["work"], queues.QueueArns["work"], queues.QueueNames["work"]));

        Assert.Equal(
            ["https://sqs/shop-queues-work", "arn:Queue:shop-queues-work", "shop-queues-work-Queue"],
            (await OutputUtilities.GetValueAsync(known!)).AsEnumerable());
    }

    [Theory]
    [InlineData("None")]
    [InlineData("Send", "sqs:SendMessage sqs:GetQueueAttributes sqs:GetQueueUrl")]
    [InlineData(
        "Receive", "sqs:ReceiveMessage sqs:DeleteMessage sqs:ChangeMessageVisibility sqs:GetQueueAttributes sqs:GetQueueUrl")]
    [InlineData(
        "SendReceive",
        "sqs:SendMessage sqs:GetQueueAttributes sqs:GetQueueUrl",
        "sqs:ReceiveMessage sqs:DeleteMessage sqs:ChangeMessageVisibility sqs:GetQueueAttributes sqs:GetQueueUrl")]
    public async Task Permissions_FollowTheAccessAndAreLimitedToTheQueue(string access, params string[] actions)
    {
        Output<ImmutableArray<PolicyStatement>>? statements = null;
        var task = new TaskUses { Queues = new Dictionary<string, QueueAccess> { ["work"] = Enum.Parse<QueueAccess>(access) } };
        await TestParts.Run(
            TestConfigs.With(("queues", """{"work":{}}""")),
            parts => statements = Output.All(parts.Parts.PermissionsFor(task, parts.Context.Scope)));

        var known = await OutputUtilities.GetValueAsync(statements!);
        Assert.Equal(actions, known.Select(statement => string.Join(' ', statement.Actions)));
        Assert.All(known, statement => Assert.Equal(["arn:Queue:shop-queues-work"], statement.Resources));
    }

    private static Task<StackRun> Run(string work, Action<Queues>? use = null) =>
        TestParts.Run(TestConfigs.With(("queues", $$"""{"work":{{work}}}""")), parts =>
        {
            var queues = parts.Queues!;
            use?.Invoke(queues);
        });
}
