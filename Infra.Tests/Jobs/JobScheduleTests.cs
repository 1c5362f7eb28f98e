using Infra.Jobs;
using Infra.Tests.Support;
using Infra.Tests.Tasks;
using Pulumi;

namespace Infra.Tests.Jobs;

public class JobScheduleTests
{
    [Fact]
    public async Task JobSchedule_RunsTheTaskOnTheSchedule()
    {
        var run = await Run();

        ResourceAssert.Kinds(run, "Schedule", "Queue", "QueuePolicy", "Role", "RolePolicy");
        ResourceAssert.Inputs(
            $$"""
            {
              "scheduleExpression": "cron(0 3 * * ? *)",
              "scheduleExpressionTimezone": "Europe/Berlin",
              "flexibleTimeWindow": {"mode": "OFF"},
              "target": {
                "arn": "arn:aws:ecs:eu-central-1:123456789012:cluster/shop-dev",
                "roleArn": "arn:Role:shop-report",
                "ecsParameters": {{RunnableTasks.Parameters}},
                "deadLetterConfig": {"arn": "arn:Queue:shop-report-failed"},
                "retryPolicy": {"maximumEventAgeInSeconds": 3600, "maximumRetryAttempts": 10}
              }
            }
            """,
            run.Single<Scheduler.Schedule>());
    }

    [Fact]
    public async Task Schedule_DependsOnTheRole() =>
        Assert.Equal(["shop-report"], await (await Run()).Single<Scheduler.Schedule>().DependsOn());

    [Fact]
    public async Task Role_AllowsToRunTheTaskAndSendDeadLetters()
    {
        var run = await Run();

        Assert.Contains("scheduler.amazonaws.com", (string)run.Single<AwsIam.Role>()["assumeRolePolicy"]!, StringComparison.Ordinal);
        ResourceAssert.Json(
            $$"""
            {
              "Version": "2012-10-17",
              "Statement": [
                {{RunnableTasks.Permissions}},
                {"Effect": "Allow", "Action": ["sqs:SendMessage"], "Resource": ["arn:Queue:shop-report-failed"]}
              ]
            }
            """,
            run.Single<AwsIam.RolePolicy>().Json("policy"));
    }

    [Fact]
    public async Task DeadLetterQueue_IsEncryptedAndKeepsMessagesForFourteenDays() => ResourceAssert.Inputs(
        """{"sqsManagedSseEnabled": true, "messageRetentionSeconds": 1209600}""", (await Run()).Single<Sqs.Queue>());

    private static Task<StackRun> Run() => StackRun.OfComponent(context => _ = new JobSchedule(
        "shop-report",
        new JobScheduleArgs
        {
            Context = context,
            Config = new() { Expression = "cron(0 3 * * ? *)", TimeZone = "Europe/Berlin" },
            Task = RunnableTasks.Report(),
        }));
}
