using Infra.LoadBalancing;
using Infra.Tests.Support;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.LoadBalancing;

public class ExistingLoadBalancerTests
{
    private const string TargetGroupArn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop/0a1b";

    private static readonly ExistingLoadBalancerConfig Config = new() { Name = "shared", SecurityGroupId = "sg-0a000000" };

    [Fact]
    public async Task ExistingLoadBalancer_IsFoundByName()
    {
        var (run, found) = await Run(Config);

        Assert.Empty(run.Resources);
        Assert.Equal("shared.elb.amazonaws.com", await OutputUtilities.GetValueAsync(found.DnsName));
        Assert.Equal("zone-of-shared", await OutputUtilities.GetValueAsync(found.ZoneId));
        Assert.Equal("suffix-of-shared", await OutputUtilities.GetValueAsync(found.ArnSuffix));
    }

    [Fact]
    public async Task Listener_IsFoundByItsPort()
    {
        var (_, found) = await Run(Config with { ListenerPort = 8443 });

        Assert.Equal("listener-8443-of-arn-of-shared", await ValueOf(found.ListenerArn));
        Assert.Null(found.RedirectListenerArn);
    }

    [Fact]
    public async Task RedirectListener_WithRedirectPort_IsFound()
    {
        var (_, found) = await Run(Config with { HttpRedirectPort = 80 });

        Assert.Equal("listener-443-of-arn-of-shared", await ValueOf(found.ListenerArn));
        Assert.Equal("listener-80-of-arn-of-shared", await ValueOf(found.RedirectListenerArn));
    }

    [Fact]
    public async Task Listener_WithExistingTargetGroup_IsNotLookedUp()
    {
        var (run, found) = await Run(Config with { TargetGroupArn = TargetGroupArn });

        Assert.Null(found.ListenerArn);
        Assert.Equal(["aws:lb/getLoadBalancer:getLoadBalancer"], run.Calls.Select(call => call.Token));
    }

    private static async Task<(StackRun Run, ExistingLoadBalancer Found)> Run(ExistingLoadBalancerConfig config)
    {
        ExistingLoadBalancer? found = null;
        var run = await StackRun.OfComponent(_ => found = ExistingLoadBalancer.Find(config));
        return (run, found!);
    }

    private static Task<string> ValueOf(Output<string>? output) => OutputUtilities.GetValueAsync(output!);
}
