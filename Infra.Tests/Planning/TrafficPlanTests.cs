using Infra.Planning;

namespace Infra.Tests.Planning;

public sealed class TrafficPlanTests
{
    private static readonly TrafficPlan Minimal = new() { ServicePort = 8080, HasCertificate = false, ServiceEgressPorts = [443] };

    private static readonly TrafficPlan Everything = Minimal with
    {
        HasCertificate = true,
        DatabasePort = 5432,
        HasEndpoints = true,
        Authenticates = true,
        IsDualStack = true,
        ServiceEgressPorts = [443, 587],
    };

    [Fact]
    public void Minimal_AllowsHttpToTheServiceAndHttpsFromIt() => AssertRules(
        Minimal,
        "internet-to-load-balancer-80-ipv4",
        "load-balancer-to-service-8080",
        "service-to-internet-443-ipv4");

    [Fact]
    public void Certificate_OpensHttpsToo() => AssertRules(
        Minimal with { HasCertificate = true },
        "internet-to-load-balancer-80-ipv4",
        "internet-to-load-balancer-443-ipv4",
        "load-balancer-to-service-8080",
        "service-to-internet-443-ipv4");

    [Fact]
    public void Database_IsReachedByTheServiceOnly() => AssertRules(
        Minimal with { DatabasePort = 5433 },
        "internet-to-load-balancer-80-ipv4",
        "load-balancer-to-service-8080",
        "service-to-internet-443-ipv4",
        "service-to-database-5433");

    [Fact]
    public void Endpoints_AreReachedByTheServiceOverHttps() => AssertRules(
        Minimal with { HasEndpoints = true },
        "internet-to-load-balancer-80-ipv4",
        "load-balancer-to-service-8080",
        "service-to-internet-443-ipv4",
        "service-to-endpoints-443");

    [Fact]
    public void Authentication_LetsTheLoadBalancerCallTheIdentityProvider() => AssertRules(
        Minimal with { Authenticates = true },
        "internet-to-load-balancer-80-ipv4",
        "load-balancer-to-service-8080",
        "service-to-internet-443-ipv4",
        "load-balancer-to-internet-443-ipv4");

    [Fact]
    public void DualStack_AllowsBothKindsOfAddresses() => AssertRules(
        Minimal with { IsDualStack = true },
        "internet-to-load-balancer-80-ipv4",
        "internet-to-load-balancer-80-ipv6",
        "load-balancer-to-service-8080",
        "service-to-internet-443-ipv4",
        "service-to-internet-443-ipv6");

    [Fact]
    public void SourceCidrs_ReplaceTheWholeInternet() => AssertRules(
        Minimal with { HasCertificate = true, IsDualStack = true, LoadBalancerSourceCidrs = ["203.0.113.0/24", "2001:db8::/32"] },
        "internet-to-load-balancer-80-203.0.113.0-24",
        "internet-to-load-balancer-80-2001-db8---32",
        "internet-to-load-balancer-443-203.0.113.0-24",
        "internet-to-load-balancer-443-2001-db8---32",
        "load-balancer-to-service-8080",
        "service-to-internet-443-ipv4",
        "service-to-internet-443-ipv6");

    [Fact]
    public void NoEgressPorts_KeepTheServiceFromTheInternet() => AssertRules(
        Minimal with { ServiceEgressPorts = [] }, "internet-to-load-balancer-80-ipv4", "load-balancer-to-service-8080");

    [Fact]
    public void Internet_ReachesOnlyTheLoadBalancersTwoPorts()
    {
        var rules = Everything.Rules();
        var fromInternet = rules.Where(rule => rule.From == TrafficPeer.Internet).ToList();

        Assert.Equal(13, rules.Count);
        Assert.Equal(4, fromInternet.Count);
        Assert.All(fromInternet, rule => Assert.Equal(TrafficPeer.LoadBalancer, rule.To));
        Assert.Equal([80, 80, 443, 443], fromInternet.Select(rule => rule.Port));
    }

    [Fact]
    public void Cidr_IsThereExactlyWhereTheInternetIsAPeer()
    {
        var rules = Everything.Rules();

        Assert.All(rules, rule => Assert.Equal(TrafficPeer.Internet == rule.From || TrafficPeer.Internet == rule.To, rule.Cidr is not null));
        Assert.Equal(10, rules.Count(rule => rule.Cidr is not null));
        Assert.Equal(rules.Count, rules.Select(rule => rule.Name).Distinct().Count());
    }

    private static void AssertRules(TrafficPlan plan, params string[] names) => Assert.Equal(names, plan.Rules().Select(rule => rule.Name));
}
