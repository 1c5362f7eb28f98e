using System.Collections.Immutable;
using Infra.Sandbox.Graph;
using Infra.Services;
using static Infra.Stack.StackKeys;

namespace Infra.Sandbox.Checks.Controls;

/// <summary>Elastic Load Balancing.</summary>
internal static class LoadBalancerControls
{
    private const string LoadBalancer = "aws:lb/loadBalancer:LoadBalancer";
    private const string Listener = "aws:lb/listener:Listener";
    private const string WebAclAssociation = "aws:wafv2/webAclAssociation:WebAclAssociation";
    private const string RecommendedPolicy = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09";

    // https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-17
    private static readonly string[] RecommendedPolicies =
    [
        RecommendedPolicy,
        "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
        "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04",
        "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09",
        "ELBSecurityPolicy-TLS13-1-3-2021-06",
        "ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04",
        "ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2025-09",
        "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09",
    ];

    public static ImmutableArray<ControlRule> All { get; } =
    [
        new("ELB.1", context => PlainHttp(context, "is not set, so the load balancer cannot redirect HTTP to HTTPS")),
        new("ELB.5", AccessLogs),
        new("ELB.6", DeletionProtection),
        new("ELB.16", WebAcl),
        new("ELB.17", SecurityPolicy),
        new("ELB.18", PlainListeners),
    ];

    // A listener that only redirects carries no answers of the application.
    private static IEnumerable<Violation> PlainHttp(CheckContext context, string why) =>
        from listener in context.Of(Listener)
        where listener.Inputs.Text("protocol") == "HTTP" && !RedirectsToHttps(listener)
        let key = context.Key(Key(stack => stack.Domain))
        select new Violation(listener, key, why, Remedy.Set(key, "{ hostedZoneName: example.com }", "Put in the name of your own public hosted zone in Route 53."));

    /// <summary>Whether a listener does nothing but redirect to HTTPS.</summary>
    public static bool RedirectsToHttps(ResourceNode listener) => listener.Inputs.Items("defaultActions") is [PropertyValue.Map action]
        && action.Map("redirect").Text("protocol") == "HTTPS";

    private static IEnumerable<Violation> PlainListeners(CheckContext context) =>
    [
        .. PlainHttp(context, "is not set, so requests and answers cross the internet without encryption"),
        .. from service in context.Config.AllServices
           from tcp in service.Config.TcpPorts.Index()
           from listener in context.Of(Listener)
           where listener.Inputs.Text("protocol") == "TCP" && listener.Inputs.Find("port") is PropertyValue.Number port && port.Value == tcp.Item.Port
           select new Violation(
               listener,
               context.Key(service.Path.Member<ServiceConfig>(config => config.TcpPorts).Item(tcp.Index)),
               "passes TCP on as it is, so the load balancer encrypts nothing",
               Remedy.None("No key adds TLS to a Network Load Balancer: let the application itself accept TLS only, and except the finding.")),
    ];

    private static IEnumerable<Violation> AccessLogs(CheckContext context) =>
        from balancer in Application(context)
        where balancer.Inputs.Map("accessLogs").Flag("enabled") != true
        let key = context.Key(Key(stack => stack.LoadBalancer.AccessLogRetentionDays))
        select new Violation(balancer, key, "is not set, so no request can be looked up after an incident", Remedy.Set(key, "90"));

    private static IEnumerable<Violation> DeletionProtection(CheckContext context) =>
        from balancer in context.Of(LoadBalancer)
        where balancer.Inputs.Flag("enableDeletionProtection") != true
        let key = context.Key(IsApplication(balancer)
            ? Key(stack => stack.LoadBalancer.DeletionProtection)
            : Key(stack => stack.NetworkLoadBalancer.DeletionProtection))
        select new Violation(balancer, key, "is off, so a mistake can delete the load balancer with its DNS name", Remedy.Set(key, "true"));

    private static IEnumerable<Violation> WebAcl(CheckContext context) =>
        from balancer in Application(context)
        where !context.IsUsedBy(balancer, WebAclAssociation)
        let key = context.Key(Key(stack => stack.WebAcl))
        select new Violation(
            balancer, key, "is not set, so nothing filters requests before they reach the services", Remedy.Set(key, "{}", "About 8 USD a month."));

    private static IEnumerable<Violation> SecurityPolicy(CheckContext context) =>
        from listener in context.Of(Listener)
        where listener.Inputs.Text("protocol") == "HTTPS" && !RecommendedPolicies.Contains(listener.Inputs.Text("sslPolicy"))
        let key = context.Key(Key(stack => stack.LoadBalancer.TlsPolicy))
        select new Violation(
            listener, key, $"is {listener.Inputs.Text("sslPolicy")}, which allows ciphers that AWS no longer recommends", Remedy.Set(key, RecommendedPolicy));

    private static IEnumerable<ResourceNode> Application(CheckContext context) => context.Of(LoadBalancer).Where(IsApplication);

    private static bool IsApplication(ResourceNode balancer) => balancer.Inputs.Text("loadBalancerType") == "application";
}
