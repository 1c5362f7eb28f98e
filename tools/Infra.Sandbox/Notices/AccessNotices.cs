using Infra.Configuration;
using Infra.LoadBalancing;
using Infra.Sandbox.Checks;
using Infra.Sandbox.Checks.Controls;
using Infra.Sandbox.Graph;
using static Infra.Stack.StackKeys;

namespace Infra.Sandbox.Notices;

/// <summary>Notices about access: sign-in, open ports, shells.</summary>
internal static class AccessNotices
{
    private const string Listener = "aws:lb/listener:Listener";
    private const string ListenerRule = "aws:lb/listenerRule:ListenerRule";
    private const string IngressRule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private const string Service = "aws:ecs/service:Service";
    private const string AnyIpv4 = "0.0.0.0/0";
    private const string AnyIpv6 = "::/0";

    public static IEnumerable<Notice> Of(CheckContext context) =>
    [
        .. SignIn(context),
        .. PlainHttp(context),
        .. OpenPorts(context),
        .. WebAcl(context),
        .. Shells(context),
    ];

    private static IEnumerable<Notice> SignIn(CheckContext context)
    {
        var open = context.Of(ListenerRule).Where(rule => !RequiresSignIn(rule)).ToList();
        if (context.Config.Authentication is null && open.Count > 0)
        {
            yield return new Notice(
                context.Key(Key(stack => stack.Authentication)), "is not set, so everyone who can connect uses the application without signing in");
        }
        else if (open.SelectMany(PathsOf).Distinct().ToList() is { Count: > 0 } paths)
        {
            yield return new Notice(
                context.Key(Key(stack => stack.Authentication!.PublicPaths)), $"let everyone who can connect request {Words.List(paths, "and")} without signing in");
        }
    }

    private static bool RequiresSignIn(ResourceNode rule) => rule.Inputs.Items("actions").OfType<PropertyValue.Map>()
        .Any(action => action.Text("type")?.StartsWith("authenticate", StringComparison.Ordinal) == true);

    private static IEnumerable<string> PathsOf(ResourceNode rule) => rule.Inputs.Items("conditions").OfType<PropertyValue.Map>()
        .SelectMany(condition => condition.Map("pathPattern").Texts("values"));

    private static IEnumerable<Notice> PlainHttp(CheckContext context) =>
        from listener in context.Of(Listener)
        where listener.Inputs.Text("protocol") == "HTTP" && !LoadBalancerControls.RedirectsToHttps(listener)
        select new Notice(context.Key(Key(stack => stack.Domain)), "is not set, so the load balancer answers HTTP only, without encryption");

    private static IEnumerable<Notice> OpenPorts(CheckContext context) =>
        from rule in context.Of(IngressRule)
        where (rule.Inputs.Text("cidrIpv4") ?? rule.Inputs.Text("cidrIpv6")) is AnyIpv4 or AnyIpv6
        let port = (rule.Inputs.Find("fromPort") as PropertyValue.Number)?.Value
        where port is not null
        where !IsInternal(rule, context)
        group (int)port.Value by OpenPortControls.KeyOf(rule, (int)port.Value, context) into open
        select new Notice(open.Key, MessageOf(open.Key, [.. open.Distinct().Order()], context));

    private static string MessageOf(string key, IReadOnlyList<int> ports, CheckContext context)
    {
        var named = $"{(ports.Count == 1 ? "port" : "ports")} {Words.List([.. ports.Select(port => $"{port}")], "and")}";
        return key == context.Key(Key(stack => stack.LoadBalancer.AllowedCidrs)) && context.Config.LoadBalancer.AllowedCidrs.Count == 0
            ? $"is empty, so every address on the internet can connect to {named}"
            : $"lets every address on the internet connect to {named}";
    }

    // Nobody outside of the network has a route to an internal load balancer.
    private static bool IsInternal(ResourceNode rule, CheckContext context) => context.KeyOf(rule) is var block
        && ((block == context.Key(Key(stack => stack.LoadBalancer)) && context.Config.LoadBalancer.Scheme == LoadBalancerScheme.Internal)
            || (block == context.Key(Key(stack => stack.NetworkLoadBalancer)) && context.Config.NetworkLoadBalancer.Scheme == LoadBalancerScheme.Internal));

    private static IEnumerable<Notice> WebAcl(CheckContext context)
    {
        if (context.Config.WebAcl is { CountOnly: true })
        {
            yield return new Notice(context.Key(Key(stack => stack.WebAcl!.CountOnly)), "is on, so the web ACL counts requests that match its rules, and blocks none");
        }
    }

    private static IEnumerable<Notice> Shells(CheckContext context) =>
        from service in context.Of(Service)
        where service.Inputs.Flag("enableExecuteCommand") == true
        select new Notice(
            $"{context.KeyOf(service)}.exec", "is on, so whoever may call ecs:ExecuteCommand opens a shell in the tasks, with their secrets and permissions");
}
