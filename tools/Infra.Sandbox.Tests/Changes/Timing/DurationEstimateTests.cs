using Infra.Sandbox.Graph;
using Infra.Sandbox.Tests.Changes.Support;
using Infra.Sandbox.Tests.Terraform.Support;

namespace Infra.Sandbox.Tests.Changes.Timing;

public sealed class DurationEstimateTests
{
    private static readonly ResourceNode Balancer = Graphs.Resource("aws:lb/loadBalancer:LoadBalancer", "lb");
    private static readonly ResourceNode Database = Graphs.Resource("aws:rds/instance:Instance", "data");

    [Fact]
    public void IndependentSteps_RunAtTheSameTime() => AssertSeconds(405, [], [Balancer, Database]);

    [Fact]
    public void DependentSteps_RunOneAfterTheOther() =>
        AssertSeconds(561, [], [Balancer, Database.With(new ResourceSettings { DependsOn = [Balancer.Key] })]);

    [Fact]
    public void MultiAzDatabase_TakesLonger() => AssertSeconds(850, [], [Database.With(("multiAz", true))]);

    [Fact]
    public void Deletions_FollowLevelByLevel() =>
        AssertSeconds(240, [Balancer, Database.With(new ResourceSettings { DependsOn = [Balancer.Key] })], []);

    [Fact]
    public void DeletedFirst_IsPartOfTheCreation() => AssertSeconds(
        585, [Database.With(("identifier", "shop"), ("dbName", "a"))], [Database.With(("identifier", "shop"), ("dbName", "b"))]);

    [Fact]
    public void DatabaseUpdate_IsAwaitedOnlyWhenAppliedAtOnce()
    {
        AssertSeconds(450, [Database], [Database.With(("instanceClass", "db.t4g.small"), ("applyImmediately", true))]);
        AssertSeconds(2, [Database], [Database.With(("instanceClass", "db.t4g.small"))]);
    }

    // The image 45 s, two health checks 20 s, a steady state 10 s, and for a second deployment the old tasks 30 s.
    [Theory]
    [InlineData(true, 77, 105)]
    [InlineData(false, 4, 5)]
    public void Service_TakesItsDeployment_IfItIsAwaited(bool isAwaited, int first, int next)
    {
        var group = Graphs.Resource(
            "aws:lb/targetGroup:TargetGroup",
            "group",
            ("deregistrationDelay", 30),
            ("healthCheck", Graphs.Map(("interval", 10), ("healthyThreshold", 2))));
        var service = Graphs.Resource(
            "aws:ecs/service:Service",
            "shop",
            ("taskDefinition", "a"),
            ("waitForSteadyState", isAwaited),
            ("loadBalancers", Graphs.List(Graphs.Map(("targetGroupArn", group.Output("arn"))))));

        AssertSeconds(first, [], [group, service]);
        AssertSeconds(next, [group, service], [group, service.With(("taskDefinition", "b"))]);
        AssertSeconds(5, [group, service], [group, service.With(("healthCheckGracePeriodSeconds", 90))]);
    }

    [Fact]
    public void CanaryDeployment_TakesItsBakeTimes()
    {
        var service = Graphs.Resource(
            "aws:ecs/service:Service",
            "shop",
            ("taskDefinition", "a"),
            ("waitForSteadyState", true),
            ("deploymentConfiguration", Graphs.Map(
                ("strategy", "CANARY"),
                ("bakeTimeInMinutes", "10"),
                ("canaryConfiguration", Graphs.Map(("canaryBakeTimeInMinutes", "5"))))));

        AssertSeconds(955, [service], [service.With(("taskDefinition", "b"))]);
    }

    [Fact]
    public void NetworkComponent_ItsDependentsWaitForEverythingInIt()
    {
        var component = Graphs.Component(new ResourceKey("awsx:ec2:Vpc", "network"));
        var subnet = Graphs.Resource("aws:ec2/subnet:Subnet", "subnet") with { Parent = component.Key };
        var gateway = Graphs.Resource("aws:ec2/natGateway:NatGateway", "nat", ("subnetId", subnet.Output("id"))) with { Parent = subnet.Key };

        AssertSeconds(282, [], [component, subnet, gateway, Balancer.With(("subnets", Graphs.List(subnet.Output("id"))))]);
    }

    private static void AssertSeconds(int expected, IEnumerable<ResourceNode> running, IEnumerable<ResourceNode> wanted) =>
        Assert.Equal(expected, (int)TwoGraphs.Plan(running, wanted).Duration.TotalSeconds);
}
