using Infra.OffHours;
using Infra.Tests.Support;

namespace Infra.Tests.OffHours;

public class DatabaseOffHoursTests
{
    [Theory]
    [InlineData("stop", "cron(10 20 ? * * *)")]
    [InlineData("start", "cron(45 6 ? * * *)")]
    public async Task Schedule_CallsRdsAtTheTimeOfTheDatabase(string action, string cron) => ResourceAssert.Inputs(
        $$"""
        {
          "scheduleExpression": "{{cron}}",
          "scheduleExpressionTimezone": "Europe/Berlin",
          "flexibleTimeWindow": {"mode": "OFF"},
          "target": {
            "arn": "arn:aws:scheduler:::aws-sdk:rds:{{action}}DBInstance",
            "roleArn": "arn:Role:shop-off-hours",
            "input": "{\"DbInstanceIdentifier\":\"shop-dev-0a1b2c3d\"}",
            "retryPolicy": {"maximumEventAgeInSeconds": 3600, "maximumRetryAttempts": 20}
          }
        }
        """,
        (await Run()).Find<Scheduler.Schedule>($"shop-off-hours-{action}"));

    [Fact]
    public async Task Role_AllowsToStopAndStartThisInstanceOnly()
    {
        var run = await Run();

        Assert.Equal(2, run.All<Scheduler.Schedule>().Count);
        ResourceAssert.Json(
            """
            {
              "Version": "2012-10-17",
              "Statement": [{"Effect": "Allow", "Action": ["rds:StartDBInstance", "rds:StopDBInstance"], "Resource": ["arn:Instance:shop-database"]}]
            }
            """,
            run.Single<AwsIam.RolePolicy>().Json("policy"));
        Assert.Contains("scheduler.amazonaws.com", (string)run.Single<AwsIam.Role>()["assumeRolePolicy"]!, StringComparison.Ordinal);
    }

    private static Task<StackRun> Run() => TestParts.Run(TestConfigs.With(("database", Blocks.Database)), parts => _ = new DatabaseOffHours(
        "shop-off-hours",
        new DatabaseOffHoursArgs
        {
            Context = parts.Context,
            Config = new() { StopCron = "cron(10 20 ? * * *)", StartCron = "cron(45 6 ? * * *)" },
            TimeZone = "Europe/Berlin",
            Database = parts.Database!,
        }));
}
