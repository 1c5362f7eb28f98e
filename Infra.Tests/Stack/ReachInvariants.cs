using Infra.Tests.Support;

namespace Infra.Tests.Stack;

/// <summary>Who can reach what.</summary>
public class ReachInvariants
{
    private static readonly string[] Peers = ["referencedSecurityGroupId", "cidrIpv4", "cidrIpv6", "prefixListId"];

    private static readonly string[] Anywhere = ["0.0.0.0/0", "::/0"];

    [Theory]
    [InlineData("dev", 2)]
    [InlineData("prod", 2)]
    [InlineData("minimal", 1)]
    [InlineData("networked", 4)]
    [InlineData("stateful", 1)]
    [InlineData("borrowing", 0)]
    [InlineData("clustered", 1)]
    [InlineData("sharing", 0)]
    [InlineData("on-instances", 2)]
    [InlineData("event-driven", 2)]
    public async Task World_Always_ReachesTheLoadBalancersWebPortsOnly(string stack, int expected)
    {
        var run = await KnownStacks.Run(stack);

        var open = run.All<Vpc.SecurityGroupIngressRule>().Where(IsOpen).ToList();
        Assert.Equal(expected, open.Count);
        Assert.All(open, rule => Assert.True(IsOfLoadBalancer(rule), $"{rule}"));
        Assert.All(open, rule => Assert.Contains(rule["fromPort"], new object[] { 80.0, 443.0 }));
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

        ResourceAssert.Every(inner, rule => Assert.True(rule.Has("referencedSecurityGroupId"), $"{rule}"));
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
