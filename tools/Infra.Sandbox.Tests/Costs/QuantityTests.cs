using Infra.Sandbox.Costs;
using Infra.Sandbox.Costs.Usage;
using Infra.Sandbox.Tests.Costs.Support;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Costs;

/// <summary>The quantities that keys of the stack file lead to: low, typical and high.</summary>
public sealed class QuantityTests
{
    private const string Task = "Fargate, 0.25 vCPU, 0.5 GiB, x86_64";

    [Theory]
    [InlineData("""{"desiredCount": 3}""", "2190 2190 2190")]
    [InlineData("""{"desiredCount": 0}""", "0 0 0")]
    [InlineData("""{"desiredCount": 2, "scaling": {"minimumTasks": 1, "maximumTasks": 6, "cpuPercent": 60}}""", "730 1460 4380")]
    // Stopped from 22 to 6.
    [InlineData(
        """
        {"desiredCount": 2, "scaling": {"minimumTasks": 2, "maximumTasks": 4, "schedules": {
          "night": {"expression": "cron(0 22 * * ? *)", "minimumTasks": 0, "maximumTasks": 0},
          "day": {"expression": "cron(0 6 * * ? *)", "minimumTasks": 2, "maximumTasks": 4}}}}
        """,
        "973.33 973.33 1946.67")]
    [InlineData("""{"desiredCount": 4, "capacityProviders": {"FARGATE": {"weight": 1, "base": 1}, "FARGATE_SPOT": {"weight": 2}}}""", "1460 1460 1460")]
    public async Task TaskHours_FollowTheNumberOfTasks(string service, string hours) =>
        Assert.Equal(hours, (await Bills.OfAsync(TestConfigs.With(("service", service)))).QuantitiesOf(Task));

    [Fact]
    public async Task AverageTasks_ReplaceTheDesiredCount()
    {
        var bill = await Bills.OfAsync(TestConfigs.With(
            ("service", """{"desiredCount": 2, "scaling": {"minimumTasks": 1, "maximumTasks": 6, "cpuPercent": 60}}"""),
            ("costs", """{"averageTasks": {"service": 2.5}}""")));

        Assert.Equal("730 1825 4380", bill.QuantitiesOf(Task));
    }

    [Fact]
    public async Task OffHours_StopTasksAndDatabase()
    {
        var bill = await Bills.OfAsync(TestConfigs.With(
            ("database", Blocks.Database),
            ("database", """{"instanceClass": "db.t4g.micro", "multiAz": false}"""),
            // Monday to Friday from 7 to 19: 60 of 168 hours.
            ("offHours", """
                {
                  "stopCron": "cron(0 19 ? * MON-FRI *)", "startCron": "cron(0 7 ? * MON-FRI *)", "timeZone": "Europe/Berlin",
                  "database": {"stopCron": "cron(0 19 ? * MON-FRI *)", "startCron": "cron(0 7 ? * MON-FRI *)"}
                }
                """)));

        AssertAbout(730m * 60 / 168, bill, Task);
        AssertAbout(730m * 60 / 168, bill, "db.t4g.micro");
        Assert.Equal("1460 1460 1460", bill.QuantitiesOf("public IPv4 addresses, each zone"));
    }

    [Theory]
    [InlineData("""{"natGateways": "none"}""", "0 0 0", "0 0 0")]
    [InlineData("""{"natGateways": "single"}""", "730 730 730", "0 10 30")]
    [InlineData("""{"natGateways": "onePerZone"}""", "1460 1460 1460", "0 10 30")]
    public async Task NatGateways_AreBilledByHourAndShareTheData(string network, string hours, string data)
    {
        var bill = await Bills.OfAsync(TestConfigs.With(("network", network)));

        Assert.Equal(hours, bill.QuantitiesOf("NAT gateways"));
        Assert.Equal(hours, bill.QuantitiesOf("public IPv4 addresses of NAT gateways"));
        Assert.Equal(data, bill.QuantitiesOf("data through NAT gateways"));
    }

    [Fact]
    public async Task InterfaceEndpoints_AreBilledInEachZone()
    {
        var bill = await Bills.OfAsync(TestConfigs.With(("network", """{"natGateways": "single", "interfaceEndpoints": ["logs", "ecr.api"]}""")));

        Assert.Equal("2920 2920 2920", bill.QuantitiesOf("interface endpoints, each zone"));
        Assert.Equal("0 2 6", bill.QuantitiesOf("data through interface endpoints"));
    }

    [Fact]
    public async Task InternalLoadBalancer_HasNoPublicAddress()
    {
        var bill = await Bills.OfAsync(TestConfigs.With(("loadBalancer", """{"scheme": "internal"}"""), ("network", """{"natGateways": "single"}""")));

        Assert.Equal("0 0 0", bill.QuantitiesOf("public IPv4 addresses, each zone"));
        Assert.Equal("0 0 0", bill.QuantitiesOf("data to the internet"));
        Assert.Equal("730 730 730", bill.QuantitiesOf("application load balancer"));
    }

    [Fact]
    public async Task ServerlessCache_IsBilledForAtLeast100MegabytesAndAtMostItsLimit()
    {
        var bill = await Bills.OfAsync(TestConfigs.With(
            ("network", """{"natGateways": "single"}"""),
            ("cache", """
                {
                  "engineVersion": "8", "serverless": {"maximumStorageGiB": 2, "maximumEcpuPerSecond": 1000},
                  "snapshotRetentionDays": 1, "deletionProtection": false
                }
                """)));

        Assert.Equal("73 730 1460", bill.QuantitiesOf("data in the serverless cache"));
        Assert.Equal("0 100 300", bill.QuantitiesOf("processing units (ECPU)"));
        Assert.Equal("snapshots of the cache", Assert.Single(bill.NotPriced).Label);
    }

    [Fact]
    public async Task ScheduledJob_RunsAtRestToo()
    {
        var bill = await Bills.OfAsync(TestConfigs.With(
            ("jobs", """{"hourly": {"subnets": "public", "schedule": {"expression": "rate(1 hour)"}}}"""), ("costs", """{"jobMinutes": 30}""")));

        // 730 runs of half an hour, and the service.
        Assert.Equal("1095 1095 1095", bill.QuantitiesOf(Task));
        Assert.Equal("1095 1095 1095", bill.QuantitiesOf("public IPv4 addresses of tasks"));
    }

    [Theory]
    [InlineData("cron(0 3 * * ? *)", 30.417)]
    [InlineData("cron(0/15 8-17 ? * MON-FRI *)", 870)]
    [InlineData("cron(0 3 L * ? *)", 1)]
    [InlineData("rate(15 minutes)", 2920)]
    [InlineData("at(2030-01-31T08:00:00)", 0)]
    public void Runs_FollowTheSchedule(string schedule, double runs) =>
        Assert.Equal((decimal)runs, Timetable.RunsPerMonth(schedule, 730), precision: 3);

    [Fact]
    public void Shares_ContinueOverTheNewYear()
    {
        var shares = Timetable.Shares([("cron(0 18 * * ? *)", "night"), ("cron(0 6 * * ? *)", "day")]).ToDictionary(share => share.State, share => share.Share);

        Assert.Equal(0.5m, shares["night"], precision: 3);
        Assert.Equal(0.5m, shares["day"], precision: 3);
    }

    [Fact]
    public void Shares_WithoutARepeatingSchedule_AreUnknown() => Assert.Empty(Timetable.Shares([("at(2030-01-31T08:00:00)", 1)]));

    private static void AssertAbout(decimal hours, Bill bill, string label)
    {
        var typical = bill.Items.Where(item => item.Label == label).Sum(item => item.Quantity.Typical);
        Assert.InRange(typical, hours * 0.99m, hours * 1.01m);
    }
}
