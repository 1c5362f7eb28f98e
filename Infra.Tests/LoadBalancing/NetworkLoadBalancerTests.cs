using Infra.Tests.Services;
using Infra.Tests.Support;

namespace Infra.Tests.LoadBalancing;

public class NetworkLoadBalancerTests
{
    [Fact]
    public async Task LoadBalancer_Default_IsInternal() => ResourceAssert.Inputs(
        """
        {
          "loadBalancerType": "network",
          "internal": true,
          "subnets": ["subnet-0b100000", "subnet-0b200000"],
          "securityGroups": ["SecurityGroup:shop-security-network-load-balancer"],
          "ipAddressType": "ipv4",
          "enableDeletionProtection": false,
          "enableCrossZoneLoadBalancing": true
        }
        """,
        (await Run()).Find<Lb.LoadBalancer>("shop-nlb"));

    [Fact]
    public async Task LoadBalancer_InternetFacing_IsInPublicSubnetsWithIpv6()
    {
        var run = await Run(
            ("networkLoadBalancer", """{"scheme":"internetFacing","deletionProtection":true}"""), ("network", """{"dualStack":true}"""));

        var loadBalancer = run.Find<Lb.LoadBalancer>("shop-nlb");
        Assert.Equal(false, loadBalancer["internal"]);
        Assert.Equal(["subnet-0a100000", "subnet-0a200000"], loadBalancer.Strings("subnets"));
        Assert.Equal("dualstack", loadBalancer["ipAddressType"]);
        Assert.Equal(true, loadBalancer["enableDeletionProtection"]);
        Assert.Equal(true, loadBalancer.Options.Protect);
        // A target group cannot pass from one load balancer to another.
        Assert.Equal(["shop", "shop--5432--public", "shop--5433--public"], run.All<Lb.TargetGroup>().Select(group => group.Name));
    }

    [Fact]
    public async Task LoadBalancer_WithoutTcpPorts_IsNotCreated() =>
        Assert.Equal("shop-lb", (await ServiceRun.Of("{}")).Single<Lb.LoadBalancer>().Name);

    [Fact]
    public async Task TargetGroup_OfAPort_HasTcpHealthCheckAndNoClientIp() => ResourceAssert.Inputs(
        """
        {
          "vpcId": "vpc-0a000000",
          "targetType": "ip",
          "protocol": "TCP",
          "port": 5432,
          "deregistrationDelay": 30,
          "preserveClientIp": "false",
          "healthCheck": {
            "enabled": true, "protocol": "TCP", "port": "traffic-port", "interval": 10, "timeout": 5, "healthyThreshold": 2, "unhealthyThreshold": 3
          }
        }
        """,
        (await Run()).Find<Lb.TargetGroup>("shop--5432"));

    [Fact]
    public async Task TargetGroup_OfAPort_HasTheHealthCheckOfTheService()
    {
        var run = await ServiceRun.Of(
            """
            {
              "tcpPorts":[{"port":5432}],
              "healthCheck":{"intervalSeconds":5,"timeoutSeconds":3,"healthyThreshold":4,"unhealthyThreshold":6}
            }
            """);

        var targetGroup = run.Find<Lb.TargetGroup>("shop--5432");
        Assert.Equal(5.0, targetGroup["healthCheck.interval"]);
        Assert.Equal(3.0, targetGroup["healthCheck.timeout"]);
        Assert.Equal(4.0, targetGroup["healthCheck.healthyThreshold"]);
        Assert.Equal(6.0, targetGroup["healthCheck.unhealthyThreshold"]);
    }

    [Fact]
    public async Task Listener_OfAPort_ForwardsToItsTargetGroup() => ResourceAssert.Inputs(
        """
        {
          "loadBalancerArn": "arn:LoadBalancer:shop-nlb",
          "port": 5432,
          "protocol": "TCP",
          "defaultActions": [{"type": "forward", "targetGroupArn": "arn:TargetGroup:shop--5432"}]
        }
        """,
        (await Run()).Find<Lb.Listener>("shop-nlb-5432"));

    [Fact]
    public async Task Service_WithTcpPorts_DependsOnTheirListeners()
    {
        var service = (await Run()).Single<Ecs.Service>();

        Assert.Equal(3, service.List("loadBalancers").Length);
        Assert.Equal("arn:TargetGroup:shop--5432", service["loadBalancers[1].targetGroupArn"]);
        Assert.Equal(5432.0, service["loadBalancers[1].containerPort"]);
        Assert.Equal("arn:TargetGroup:shop--5433", service["loadBalancers[2].targetGroupArn"]);
        Assert.Equal("shop", service["loadBalancers[2].containerName"]);
        Assert.Equal(["shop-rules-50000", "shop-nlb-5432", "shop-nlb-5433"], (await service.DependsOn()).Take(3));
        Assert.Equal(60.0, service["healthCheckGracePeriodSeconds"]);
    }

    [Fact]
    public async Task Container_WithTcpPorts_MapsAllOfThem()
    {
        var container = (await Run()).Single<Ecs.TaskDefinition>().Json("containerDefinitions")[0]!;

        Assert.Equal([80, 5432, 5433], container["portMappings"]!.AsArray().Select(port => (int)port!["containerPort"]!));
    }

    [Fact]
    public async Task SecurityGroup_OfAPort_AllowsItsCidrsOnly()
    {
        var run = await Run();

        var rules = run.All<Vpc.SecurityGroupIngressRule>().Where(rule => rule.Name.StartsWith("shop-security-internet-to-network", StringComparison.Ordinal));
        Assert.Equal(["203.0.113.0/24"], rules.Select(rule => rule["cidrIpv4"]));
        Assert.Equal(
            "SecurityGroup:shop-security-network-load-balancer",
            run.Find<Vpc.SecurityGroupIngressRule>("shop-security-network-load-balancer-to-service-5433")["referencedSecurityGroupId"]);
    }

    private static Task<StackRun> Run(params (string Key, string Json)[] changes) => ServiceRun.Of(
        """{"tcpPorts":[{"port":5432,"allowedCidrs":["203.0.113.0/24"]},{"port":5433}]}""", changes);
}
