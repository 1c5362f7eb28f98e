using Infra.Databases;
using Infra.OffHours;
using Infra.Schedules;
using Infra.Tests.Support;
using Pulumi;

namespace Infra.Tests.OffHours;

public class DatabaseOffHoursTests
{
    private static readonly OffHoursConfig Config = new()
    {
        StopCron = "cron(0 20 ? * * *)",
        StartCron = "cron(0 7 ? * * *)",
        TimeZone = "Europe/Berlin",
        Database = new() { StopCron = "cron(10 20 ? * * *)", StartCron = "cron(45 6 ? * * *)" },
    };

    [Fact]
    public async Task DatabaseNight_OfADatabaseThatStaysOn_IsNotMade()
    {
        Assert.Empty((await Run(null)).Resources);
        Assert.Empty((await Run(Config with { Database = null })).Resources);
    }

    [Theory]
    [InlineData("stop", "cron(10 20 ? * * *)")]
    [InlineData("start", "cron(45 6 ? * * *)")]
    public async Task Schedule_CallsRdsAtTheDatabasesOwnTime(string action, string cron) => ResourceAssert.Inputs(
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
        (await Run(Config)).Find<Scheduler.Schedule>($"shop-off-hours-{action}"));

    [Fact]
    public async Task Role_MayStopAndStartThisInstanceOnly()
    {
        var run = await Run(Config);

        ResourceAssert.Kinds(run, "Role", "RolePolicy", "Schedule", "Schedule");
        ResourceAssert.Json(
            """
            {
              "Version": "2012-10-17",
              "Statement": [{"Effect": "Allow", "Action": ["rds:StartDBInstance", "rds:StopDBInstance"], "Resource": ["arn:db"]}]
            }
            """,
            run.Single<AwsIam.RolePolicy>().Json("policy"));
        Assert.Contains("scheduler.amazonaws.com", (string)run.Single<AwsIam.Role>()["assumeRolePolicy"]!, StringComparison.Ordinal);
    }

    private static Task<StackRun> Run(OffHoursConfig? config) => StackRun.OfComponent(context => DatabaseOffHours.For(
        "shop-off-hours",
        config,
        new DatabaseOffHoursArgs
        {
            Context = context,
            InstanceIdentifier = Output.Create("shop-dev-0a1b2c3d"),
            InstanceArn = Output.Create("arn:db"),
        }));
}
