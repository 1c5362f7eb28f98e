using Infra.Jobs;
using Infra.Tests.Support;
using Infra.Tests.Tasks;
using Pulumi;

namespace Infra.Tests.Jobs;

public class JobEventTests
{
    private static readonly JobEventConfig OfObjects = new() { Bucket = "uploads", Prefix = "in/" };

    [Fact]
    public async Task Rule_OfABucket_MatchesItsNewObjects()
    {
        var run = await Run(OfObjects);

        ResourceAssert.Kinds(run, "EventRule", "EventTarget", "Queue", "QueuePolicy", "Role", "RolePolicy");
        ResourceAssert.Json(
            """
            {
              "source": ["aws.s3"],
              "detail-type": ["Object Created"],
              "detail": {"bucket": {"name": ["shop-uploads"]}, "object": {"key": [{"prefix": "in/"}]}}
            }
            """,
            run.Single<CloudWatch.EventRule>().Json("eventPattern"));
    }

    [Fact]
    public async Task Target_RunsTheTaskWithTheObjectInItsEnvironment() => ResourceAssert.Inputs(
        $$"""
        {
          "rule": "shop-import-EventRule",
          "arn": "arn:aws:ecs:eu-central-1:123456789012:cluster/shop-dev",
          "roleArn": "arn:Role:shop-import",
          "ecsTarget": {{RunnableTasks.Parameters}},
          "inputTransformer": {
            "inputPaths": {"BUCKET": "$.detail.bucket.name", "OBJECT_KEY": "$.detail.object.key"},
            "inputTemplate": "{\"containerOverrides\":[{\"name\":\"report\",\"environment\":[{\"name\":\"BUCKET\",\"value\":<BUCKET>},{\"name\":\"OBJECT_KEY\",\"value\":<OBJECT_KEY>}]}]}"
          },
          "deadLetterConfig": {"arn": "arn:Queue:shop-import-failed"},
          "retryPolicy": {"maximumEventAgeInSeconds": 3600, "maximumRetryAttempts": 10}
        }
        """,
        (await Run(OfObjects)).Single<CloudWatch.EventTarget>());

    [Fact]
    public async Task Target_DependsOnTheRoleAndTheDeadLetterQueue() =>
        Assert.Equal(["shop-import", "shop-import-failed"], await (await Run(OfObjects)).Single<CloudWatch.EventTarget>().DependsOn());

    [Fact]
    public async Task Rule_OfAPattern_HasThePattern()
    {
        var run = await Run(new() { Pattern = """{"source":["shop"]}""" });

        ResourceAssert.Inputs("""{"eventPattern":"{\"source\":[\"shop\"]}"}""", run.Single<CloudWatch.EventRule>());
        Assert.Equal("$.detail-type", run.Single<CloudWatch.EventTarget>()["inputTransformer.inputPaths.EVENT_TYPE"]);
    }

    [Fact]
    public async Task Role_AllowsToRunTheTaskOnly()
    {
        var run = await Run(OfObjects);

        Assert.Contains("events.amazonaws.com", (string)run.Single<AwsIam.Role>()["assumeRolePolicy"]!, StringComparison.Ordinal);
        ResourceAssert.Json(
            $$"""{"Version": "2012-10-17", "Statement": [{{RunnableTasks.Permissions}}]}""", run.Single<AwsIam.RolePolicy>().Json("policy"));
    }

    [Fact]
    public async Task DeadLetterQueue_AcceptsMessagesOfTheRuleOnly()
    {
        var policy = (await Run(OfObjects)).Single<Sqs.QueuePolicy>();

        Assert.Equal("https://sqs/shop-import-failed", policy["queueUrl"]);
        ResourceAssert.Json(
            """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Effect": "Deny",
                  "Principal": "*",
                  "Action": ["sqs:*"],
                  "Resource": ["arn:Queue:shop-import-failed"],
                  "Condition": {"Bool": {"aws:SecureTransport": "false"}}
                },
                {
                  "Effect": "Allow",
                  "Principal": {"Service": "events.amazonaws.com"},
                  "Action": ["sqs:SendMessage"],
                  "Resource": ["arn:Queue:shop-import-failed"],
                  "Condition": {"ArnEquals": {"aws:SourceArn": "arn:EventRule:shop-import"}}
                }
              ]
            }
            """,
            policy.Json("policy"));
    }

    private static Task<StackRun> Run(JobEventConfig config) => StackRun.OfComponent(context => _ = new JobEvent(
        "shop-import",
        new JobEventArgs
        {
            Context = context,
            Config = config,
            Task = RunnableTasks.Report(),
            BucketNames = new Dictionary<string, Output<string>> { ["uploads"] = Output.Create("shop-uploads") },
        }));
}
