using Infra.Networking;

namespace Infra.Tests.Networking;

public sealed class TrafficPlanTests
{
    private static readonly TrafficPeer Database = TrafficPeer.OfPart("database");

    private static readonly WebTraffic Http = new() { HasCertificate = false };

    private static readonly TaskTraffic Task = new() { Peer = TrafficPeer.Service, WebPort = 8080, EgressPorts = [443] };

    private static readonly TrafficPlan Minimal = new() { Web = Http, Tasks = [Task] };

    private static readonly TrafficPlan Everything = new()
    {
        Web = new() { HasCertificate = true, IdentityProviderPorts = [443] },
        Tasks = [Task with { EgressPorts = [443, 587], Calls = [new(Database, 5432)] }],
        Parts = [Database],
        HasEndpoints = true,
        IsDualStack = true,
    };

    [Fact]
    public void Minimal_AllowsHttpInAndHttpsOut() => AssertRules(
        Minimal,
        "internet-to-load-balancer-80-ipv4",
        "load-balancer-to-service-8080",
        "service-to-internet-443-ipv4");

    [Fact]
    public void Certificate_AllowsHttpsToTheLoadBalancer() => AssertRules(
        Minimal with { Web = Http with { HasCertificate = true } },
        "internet-to-load-balancer-80-ipv4",
        "internet-to-load-balancer-443-ipv4",
        "load-balancer-to-service-8080",
        "service-to-internet-443-ipv4");

    [Fact]
    public void Database_AllowsOnlyTasksThatUseIt() => AssertRules(
        Minimal with
        {
            Tasks = [Task with { Calls = [new(Database, 5433)] }, new() { Peer = TrafficPeer.OfJob("report"), EgressPorts = [] }],
            Parts = [Database],
        },
        "internet-to-load-balancer-80-ipv4",
        "load-balancer-to-service-8080",
        "service-to-internet-443-ipv4",
        "service-to-database-5433");

    [Fact]
    public void Endpoints_AllowHttpsFromTheService() => AssertRules(
        Minimal with { HasEndpoints = true },
        "internet-to-load-balancer-80-ipv4",
        "load-balancer-to-service-8080",
        "service-to-internet-443-ipv4",
        "service-to-endpoints-443");

    [Fact]
    public void TestListener_AllowsItsCidrsOnly() => AssertRules(
        Minimal with { Web = Http with { TestListeners = [new(8443, ["203.0.113.0/24"])] } },
        "internet-to-load-balancer-80-ipv4",
        "internet-to-load-balancer-8443-203.0.113.0-24",
        "load-balancer-to-service-8080",
        "service-to-internet-443-ipv4");

    [Fact]
    public void IdentityProvider_AllowsTheLoadBalancerToCallItsPorts() => AssertRules(
        Minimal with { Web = Http with { IdentityProviderPorts = [443, 8443] } },
        "internet-to-load-balancer-80-ipv4",
        "load-balancer-to-internet-443-ipv4",
        "load-balancer-to-internet-8443-ipv4",
        "load-balancer-to-service-8080",
        "service-to-internet-443-ipv4");

    [Fact]
    public void DualStack_AllowsIpv4AndIpv6() => AssertRules(
        Minimal with { IsDualStack = true },
        "internet-to-load-balancer-80-ipv4",
        "internet-to-load-balancer-80-ipv6",
        "load-balancer-to-service-8080",
        "service-to-internet-443-ipv4",
        "service-to-internet-443-ipv6");

    [Fact]
    public void SourceCidrs_ReplaceAnyAddress() => AssertRules(
        Minimal with { Web = new() { HasCertificate = true, SourceCidrs = ["203.0.113.0/24", "2001:db8::/32"] }, IsDualStack = true },
        "internet-to-load-balancer-80-203.0.113.0-24",
        "internet-to-load-balancer-80-2001-db8---32",
        "internet-to-load-balancer-443-203.0.113.0-24",
        "internet-to-load-balancer-443-2001-db8---32",
        "load-balancer-to-service-8080",
        "service-to-internet-443-ipv4",
        "service-to-internet-443-ipv6");

    [Fact]
    public void Task_WithoutEgressPorts_HasNoRuleToTheInternet() => AssertRules(
        Minimal with { Tasks = [Task with { EgressPorts = [] }] }, "internet-to-load-balancer-80-ipv4", "load-balancer-to-service-8080");

    [Fact]
    public void PublicIngress_OnlyLoadBalancer80And443()
    {
        var rules = Everything.Rules();
        var fromInternet = rules.Where(rule => rule.From == TrafficPeer.Internet).ToList();

        Assert.Equal(13, rules.Count);
        Assert.Equal(4, fromInternet.Count);
        Assert.All(fromInternet, rule => Assert.Equal(TrafficPeer.LoadBalancer, rule.To));
        Assert.Equal([80, 80, 443, 443], fromInternet.Select(rule => rule.Ports.First));
    }

    [Fact]
    public void Cidr_IsSetExactlyOnRulesWithTheInternet()
    {
        var rules = Everything.Rules();

        Assert.All(rules, rule => Assert.Equal(TrafficPeer.Internet == rule.From || TrafficPeer.Internet == rule.To, rule.Cidr is not null));
        Assert.Equal(10, rules.Count(rule => rule.Cidr is not null));
        Assert.Equal(rules.Count, rules.Select(rule => rule.Name).Distinct().Count());
    }

    [Fact]
    public void Task_WithoutWebPort_HasNoRuleFromTheLoadBalancer() => AssertRules(
        new TrafficPlan { Tasks = [Task with { WebPort = null, Calls = [new(Database, 5432)] }], Parts = [Database] }, "service-to-internet-443-ipv4", "service-to-database-5432");

    [Fact]
    public void Tasks_OfServiceAndJob_EachHaveTheirOwnRules() => AssertRules(
        new TrafficPlan
        {
            Tasks =
            [
                Task with { WebPort = null, Calls = [new(Database, 5432)] },
                Task with { Peer = TrafficPeer.OfJob("report"), WebPort = null, Calls = [new(Database, 5432)] },
            ],
            Parts = [Database],
        },
        "service-to-internet-443-ipv4",
        "service-to-database-5432",
        "job-report-to-internet-443-ipv4",
        "job-report-to-database-5432");

    [Fact]
    public void PeerPorts_AllowConnectionsWithinAService() => AssertRules(
        new TrafficPlan { Tasks = [Task with { WebPort = null, EgressPorts = [], PeerPorts = [4369, new PortRange(9100, 9155)] }] },
        "service-to-service-4369",
        "service-to-service-9100-9155");

    [Fact]
    public void Calls_AllowOneDirectionOnly() => AssertRules(
        new TrafficPlan
        {
            Tasks =
            [
                new() { Peer = TrafficPeer.Service, EgressPorts = [], Calls = [new(TrafficPeer.OfService("admin"), 3000), new(TrafficPeer.OfService("admin"), new PortRange(9100, 9155))] },
                new() { Peer = TrafficPeer.OfService("admin"), EgressPorts = [] },
                new() { Peer = TrafficPeer.OfJob("report"), EgressPorts = [], Calls = [new(TrafficPeer.Service, 8080)] },
            ],
        },
        "service-to-service-admin-3000",
        "service-to-service-admin-9100-9155",
        "job-report-to-service-8080");

    [Fact]
    public void Database_WithoutTasksThatUseIt_IsStillAPeer() => Assert.Equal(
        [TrafficPeer.Service, Database],
        new TrafficPlan { Tasks = [new() { Peer = TrafficPeer.Service, EgressPorts = [443] }], Parts = [Database] }.Peers);

    [Fact]
    public void TcpPorts_AllowTheirCidrsOnly() => AssertRules(
        new TrafficPlan { Tasks = [Task with { WebPort = null, EgressPorts = [], TcpPorts = [new(5432, ["203.0.113.0/24"]), new(6379, [])] }] },
        "internet-to-network-load-balancer-5432-203.0.113.0-24",
        "network-load-balancer-to-service-5432",
        "network-load-balancer-to-service-6379");

    [Fact]
    public void Tasks_InHostNetworkMode_ShareTheRulesOfInstances() => AssertRules(
        new TrafficPlan { Web = Http, Tasks = [Task with { Peer = TrafficPeer.Instances }], HasInstances = true, HasEndpoints = true },
        "internet-to-load-balancer-80-ipv4",
        "load-balancer-to-instances-8080",
        "instances-to-internet-443-ipv4",
        "instances-to-endpoints-443");

    private static void AssertRules(TrafficPlan plan, params string[] names) => Assert.Equal(names, plan.Rules().Select(rule => rule.Name));
}
