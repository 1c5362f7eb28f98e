using Infra.Tests.Support;

namespace Infra.Tests.Stack;

/// <summary>Connections between the parts of a stack.</summary>
public class ReachInvariants
{
    private static readonly string[] Peers = ["referencedSecurityGroupId", "cidrIpv4", "cidrIpv6", "prefixListId"];

    private static readonly string[] Anywhere = ["0.0.0.0/0", "::/0"];

    /// <summary>All connections with their TCP ports, for a reviewer.</summary>
    [Theory]
    [EveryStack]
    public async Task Reach_OfAStack_IsTheReviewedOne(string stack) =>
        Snapshot.Match($"{stack}.reach.txt", string.Join('\n', ReachPicture.Of(await KnownStacks.Run(stack))));

    [Theory]
    [EveryStack]
    public async Task World_Always_ReachesTheLoadBalancersWebPortsOnly(string stack)
    {
        var open = (await KnownStacks.Run(stack)).All<Vpc.SecurityGroupIngressRule>().Where(IsOpen).ToList();

        Assert.All(open, rule => Assert.True(IsOfLoadBalancer(rule), $"{rule}"));
        Assert.All(open, rule => Assert.Contains(rule["fromPort"], new object[] { 80.0, 443.0 }));
    }

    // Public subnets would otherwise decide, and they give out public addresses.
    [Fact]
    public async Task PublicAddress_OfATaskOrInstance_IsAlwaysDecidedByTheStack()
    {
        var decided = (await KnownStacks.Each<Ecs.Service>())
            .Where(service => service.Resource.Has("networkConfiguration"))
            .Select(service => service.Resource["networkConfiguration.assignPublicIp"])
            .Concat((await KnownStacks.Each<Scheduler.Schedule>())
                .Where(schedule => schedule.Resource["target.ecsParameters"] is not null)
                .Select(schedule => schedule.Resource["target.ecsParameters.networkConfiguration.assignPublicIp"]))
            .Concat((await KnownStacks.Each<CloudWatch.EventTarget>())
                .Where(target => target.Resource.Has("ecsTarget"))
                .Select(target => target.Resource["ecsTarget.networkConfiguration.assignPublicIp"]))
            .ToList();
        var instances = (await KnownStacks.Each<Ec2.LaunchTemplate>())
            .Select(template => template.Resource["networkInterfaces[0].associatePublicIpAddress"]).ToList();

        ResourceAssert.Every(decided, choice => Assert.IsType<bool>(choice));
        ResourceAssert.Every(instances, choice => Assert.Contains(choice, new object[] { "true", "false" }));
    }

    [Theory]
    [EveryStack]
    public async Task Rule_Always_IsForOnePeerAndOneTcpPortExceptAmongTasksOfOneKind(string stack)
    {
        var run = await KnownStacks.Run(stack);

        ResourceAssert.Every([.. run.All<Vpc.SecurityGroupIngressRule>(), .. run.All<Vpc.SecurityGroupEgressRule>()], rule =>
        {
            Assert.Equal("tcp", rule["ipProtocol"]);
            Assert.True(rule["fromPort"]!.Equals(rule["toPort"]) || IsAmongTasksOfOneKind(rule), $"{rule}");
            Assert.Single(Peers, rule.Has);
        });
    }

    [Theory]
    [EveryStack]
    public async Task Rule_BehindTheLoadBalancer_NamesAGroupAndNoAddresses(string stack)
    {
        var inner = (await KnownStacks.Run(stack)).All<Vpc.SecurityGroupIngressRule>()
            .Where(rule => !IsOfLoadBalancer(rule)).ToList();
        // The ports that a job opens on its instance stand before no load balancer.
        var opened = KnownStacks.Config(stack).Jobs.Values.Sum(job => job.HostPorts.Sum(port => port.AllowedCidrs.Count));

        Assert.NotEmpty(inner);
        Assert.Equal(opened, inner.Count(rule => !rule.Has("referencedSecurityGroupId")));
    }

    [Theory]
    [EveryStack]
    public async Task SecurityGroup_Always_HasNoRulesInline(string stack)
    {
        var run = await KnownStacks.Run(stack);

        ResourceAssert.Every(
            [.. run.All<Ec2.SecurityGroup>(), .. run.All<Ec2.DefaultSecurityGroup>()],
            group => Assert.False(group.Has("ingress") || group.Has("egress"), $"{group}"));
        Assert.DoesNotContain(run.Resources, resource => resource.Type == "aws:ec2/securityGroupRule:SecurityGroupRule");
    }

    [Theory]
    [EveryStack]
    public async Task SecurityGroup_OfTheStack_IsInTheStacksVpc(string stack)
    {
        var run = await KnownStacks.Run(stack);

        var config = KnownStacks.Config(stack);
        var vpcs = run.All<Ec2.SecurityGroup>().Concat(run.All<Lb.TargetGroup>()).Select(resource => resource["vpcId"]);
        Assert.Equal(config.ExistingNetwork is { } existing ? existing.VpcId ?? "default-vpc" : $"{config.Name}-network-vpc-id", Assert.Single(vpcs.Distinct()));
    }

    [Theory]
    [EveryStack]
    public async Task LoadBalancer_Egress_IsTheContainerPortAndTheIdentityProvider(string stack)
    {
        var config = KnownStacks.Config(stack);
        var ports = (await KnownStacks.Run(stack)).All<Vpc.SecurityGroupEgressRule>()
            .Where(IsOfLoadBalancer)
            .Select(rule => (double)rule["fromPort"]!)
            .ToHashSet();

        Assert.Equal(
            config.ExistingLoadBalancer is not null ? [] : config.AllServices.Select(service => (double?)service.Config.ContainerPort)
                .Append(config.Authentication is null ? null : 443)
                .OfType<double>()
                .ToHashSet(),
            ports);
    }

    private static bool IsAmongTasksOfOneKind(RegisteredResource rule) => rule["securityGroupId"]!.Equals(rule["referencedSecurityGroupId"]);

    private static bool IsOfLoadBalancer(RegisteredResource rule) =>
        ((string)rule["securityGroupId"]!).EndsWith("-security-load-balancer", StringComparison.Ordinal);

    private static bool IsOpen(RegisteredResource rule) => Anywhere.Contains(rule["cidrIpv4"]) || Anywhere.Contains(rule["cidrIpv6"]);
}
