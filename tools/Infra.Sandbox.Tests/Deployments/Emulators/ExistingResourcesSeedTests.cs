using System.Xml.Linq;
using Infra.Sandbox.Deployments.Emulators;
using Infra.Sandbox.Deployments.Processes;
using Infra.Sandbox.Tests.Deployments.Support;

namespace Infra.Sandbox.Tests.Deployments.Emulators;

/// <summary>With the real emulator.</summary>
public sealed class ExistingResourcesSeedTests
{
    private const string Region = "eu-central-1";
    private const string TargetGroupArn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop/0a1b";

    private static readonly ExistingResources Network = new()
    {
        VpcId = "vpc-0a000000",
        Subnets = [new ExistingSubnet("subnet-0a100000", 0), new ExistingSubnet("subnet-0a200000", 1)],
    };

    private static readonly ExistingBalancer Balancer = new()
    {
        Name = "shared",
        SecurityGroupId = "sg-0a000000",
        SubnetIds = ["subnet-0a100000", "subnet-0a200000"],
        IsInternal = false,
        Listeners = [new ExistingListener(443, IsHttps: true), new ExistingListener(80, IsHttps: false)],
    };

    [SkippableFact]
    public Task Network_IsCreatedOnceWithSubnetsInTwoZones() => WithEmulatorAsync(async (client, probe) =>
    {
        var first = await SeedAsync(client, Network);
        var second = await SeedAsync(client, Network);

        Assert.Equal(["subnet-0a100000", "subnet-0a200000", "vpc-0a000000"], first.Keys.Order());
        Assert.Equal(first.OrderBy(id => id.Key), second.OrderBy(id => id.Key));
        var subnets = await probe.QueryAsync("ec2", "2016-11-15", "DescribeSubnets", ("Filter.1.Name", "vpc-id"), ("Filter.1.Value.1", first["vpc-0a000000"]));
        Assert.Equal([first["subnet-0a100000"], first["subnet-0a200000"]], subnets.Descendants("subnetId").Select(id => id.Value));
        Assert.Equal(["eu-central-1a", "eu-central-1b"], subnets.Descendants("availabilityZone").Select(zone => zone.Value));
    });

    [SkippableFact]
    public Task ResourceWithTheSameId_IsReused() => WithEmulatorAsync(async (client, _) =>
    {
        var made = await SeedAsync(client, Network);
        var others = Network with { VpcId = made["vpc-0a000000"], Subnets = [new ExistingSubnet(made["subnet-0a100000"], 0)] };

        Assert.All(await SeedAsync(client, others), id => Assert.Equal(id.Key, id.Value));
    });

    [SkippableFact]
    public Task DefaultVpc_IsReusedAndGetsGateways() => WithEmulatorAsync(async (client, probe) =>
    {
        var inDefault = new ExistingResources
        {
            Subnets = [],
            HasInternetGateway = true,
            NatGatewayIds = ["nat-0a"],
            LoadBalancer = Balancer with { SubnetIds = [] },
        };
        var first = await SeedAsync(client, inDefault);
        var second = await SeedAsync(client, inDefault);

        Assert.Equal(["nat-0a", "sg-0a000000"], first.Keys.Order());
        Assert.Equal(first.OrderBy(id => id.Key), second.OrderBy(id => id.Key));
        var vpcs = await probe.QueryAsync("ec2", "2016-11-15", "DescribeVpcs");
        var gateways = await probe.QueryAsync("ec2", "2016-11-15", "DescribeInternetGateways");
        Assert.Equal(Assert.Single(vpcs.Descendants("vpcId")).Value, Assert.Single(gateways.Descendants("vpcId")).Value);
        Assert.Equal(3, (await LoadBalancingAsync(probe, "DescribeLoadBalancers")).Descendants("ZoneName").Count());
    });

    [SkippableFact]
    public Task LoadBalancer_IsCreatedOnceWithItsListeners() => WithEmulatorAsync(async (client, probe) =>
    {
        var ids = await SeedAsync(client, Network with { LoadBalancer = Balancer });
        await SeedAsync(client, Network with { LoadBalancer = Balancer });

        var balancer = Assert.Single((await LoadBalancingAsync(probe, "DescribeLoadBalancers")).Descendants("LoadBalancerArn")).Value;
        var listeners = (await LoadBalancingAsync(probe, "DescribeListeners", ("LoadBalancerArn", balancer))).Descendants("Port");
        Assert.Equal(["443 HTTPS", "80 HTTP"], listeners.Select(port => $"{port.Value} {port.Parent!.Element("Protocol")!.Value}"));
        var groups = await probe.QueryAsync("ec2", "2016-11-15", "DescribeSecurityGroups", ("GroupId.1", ids["sg-0a000000"]));
        Assert.Equal(ids["vpc-0a000000"], groups.Descendants("vpcId").First().Value);
    });

    [SkippableFact]
    public Task TargetGroup_IsTheListenersDefaultAction() => WithEmulatorAsync(async (client, probe) =>
    {
        var ids = await SeedAsync(client, Network with { LoadBalancer = Balancer with { TargetGroupArn = TargetGroupArn } });

        var balancer = Assert.Single((await LoadBalancingAsync(probe, "DescribeLoadBalancers")).Descendants("LoadBalancerArn")).Value;
        var listeners = await LoadBalancingAsync(probe, "DescribeListeners", ("LoadBalancerArn", balancer));
        Assert.Equal([ids[TargetGroupArn]], listeners.Descendants("TargetGroupArn").Select(arn => arn.Value).Distinct());
        Assert.StartsWith("arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop/", ids[TargetGroupArn], StringComparison.Ordinal);
    });

    private static Task<IReadOnlyDictionary<string, string>> SeedAsync(EmulatorClient client, ExistingResources existing) =>
        ExistingResourcesSeed.EnsureAsync(client, Region, existing, CancellationToken.None);

    private static Task<XElement> LoadBalancingAsync(EmulatorProbe probe, string action, params (string Name, string Value)[] arguments) =>
        probe.QueryAsync("elasticloadbalancing", "2015-12-01", action, arguments);

    private static async Task WithEmulatorAsync(Func<EmulatorClient, EmulatorProbe, Task> test)
    {
        try
        {
            await using var emulator = await StartedEmulator.StartAsync();
            using var client = new EmulatorClient(emulator.Endpoint);
            using var probe = new EmulatorProbe(emulator.Endpoint);
            await test(client, probe);
        }
        catch (MissingToolException missing)
        {
            Skip.If(true, missing.Message);
        }
    }
}
