using Infra.LoadBalancing;
using Infra.Monitoring;
using Infra.Tests.Support;
using Pulumi;

namespace Infra.Tests.Monitoring;

public class DashboardTests
{
    [Fact]
    public async Task Dashboard_Unasked_IsNotMade() => Assert.Empty((await Run(isWanted: false)).Resources);

    [Fact]
    public async Task Dashboard_Always_IsNamedAfterTheDeployment()
    {
        var dashboard = (await Run()).Single<CloudWatch.Dashboard>();

        Assert.Equal("shop-dev", dashboard["dashboardName"]);
        Assert.Equal(["dashboardBody", "dashboardName"], dashboard.Inputs.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(0, """["AWS/ApplicationELB","RequestCount","TargetGroup","targetgroup/shop/2","LoadBalancer","app/shop-lb/1",{"stat":"Sum","period":60,"label":"shop"}]""")]
    [InlineData(3, """["AWS/ECS","CPUUtilization","ClusterName","shop-dev","ServiceName","shop",{"stat":"Average","period":60,"label":"shop"}]""")]
    [InlineData(6, """["AWS/RDS","CPUUtilization","DBInstanceIdentifier","shop-dev-0a1b2c3d",{"stat":"Average","period":60,"label":"database"}]""")]
    [InlineData(9, """["AWS/SQS","ApproximateNumberOfMessagesVisible","QueueName","work",{"stat":"Maximum","period":60,"label":"work"}]""")]
    public async Task Dashboard_EachRow_ShowsWhatItWasGiven(int widget, string line)
    {
        var body = (await Run()).Single<CloudWatch.Dashboard>().Json("dashboardBody");

        ResourceAssert.Json(line, body["widgets"]![widget]!["properties"]!["metrics"]![0]!);
    }

    private static Task<StackRun> Run(bool isWanted = true) => StackRun.OfComponent(context => _ = Dashboard.For(
        "shop-dashboard",
        isWanted,
        new DashboardArgs
        {
            Context = context,
            ClusterName = Output.Create("shop-dev"),
            ServiceNames = [Output.Create("shop")],
            LoadBalancer = Output.Create("app/shop-lb/1"),
            TargetGroups = new Dictionary<string, Output<string>> { ["shop"] = Output.Create("targetgroup/shop/2") },
            DatabaseIdentifier = Output.Create("shop-dev-0a1b2c3d"),
            QueueNames = [Output.Create("work")],
        }));
}
