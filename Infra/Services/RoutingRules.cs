using System.Globalization;
using Infra.Configuration.Binding;
using Infra.LoadBalancing;
using static Infra.Stack.StackKeys;

namespace Infra.Services;

/// <summary>Listener rules and ports of services that share a load balancer.</summary>
internal static class RoutingRules
{
    /// <summary>The limit for the values of all conditions of a listener rule together.
    /// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html</summary>
    public const int MaximumConditionValues = 5;

    public static void Check(StackConfig config, RuleChecker rules)
    {
        foreach (var service in config.AllServices)
        {
            var (routing, port) = (service.KeyOf(config => config.Routing), service.KeyOf(config => config.ContainerPort));
            rules.Check([routing, port], () => service.Config is { Routing: not null, ContainerPort: null } ? "requires containerPort" : null);
            rules.Check([routing, port, Key(stack => stack.ExistingLoadBalancer)], () => MissingProblem(service, config));
            rules.Check([routing, Key(stack => stack.Authentication!.PublicPaths)], () => CountProblem(service.Config.Routing, PublicPathsOf(service, config)));
            CheckHosts(service, config, rules);
        }

        CheckPriorities(config, rules);
        CheckLast(config, rules);
        CheckTcpPorts(config, rules);
    }

    // On a listener shared with others, a rule for everything would take their requests too, and a second such rule fails.
    private static string? MissingProblem(ConfiguredService service, StackConfig config)
    {
        var isShared = config.ExistingLoadBalancer is { TargetGroupArn: null };
        return service is not { Config: { ContainerPort: not null, Routing: var routing } } || (service.Key is null && !isShared) ? null
            : routing is null or { Hosts.Count: 0, Paths.Count: 0 } ? $"requires hosts or paths: {ReasonForConditions(service, config)}"
            : routing.Priority is null ? "requires priority"
            : null;
    }

    private static string ReasonForConditions(ConfiguredService service, StackConfig config) =>
        service.Key is null ? "app:existingLoadBalancer serves others too"
        : config.Service is null ? "only app:service, which this stack does not have, takes all other requests"
        : "app:service takes all other requests";

    private static IReadOnlyList<string> PublicPathsOf(ConfiguredService service, StackConfig config) =>
        (service.Config.Routing ?? new RoutingConfig()).PublicPathsAmong(config.Authentication?.PublicPaths ?? []);

    private static string? CountProblem(RoutingConfig? routing, IReadOnlyList<string> publicPaths) =>
        routing is null ? null
        : routing.Hosts.Count + routing.Paths.Count > MaximumConditionValues
            ? $"has {routing.Hosts.Count + routing.Paths.Count} hosts and paths; a listener rule allows {MaximumConditionValues}"
        : publicPaths.Count > 0 && routing.Hosts.Count + publicPaths.Count > MaximumConditionValues
            ? $"has {routing.Hosts.Count + publicPaths.Count} hosts and authentication.publicPaths; a listener rule allows {MaximumConditionValues}"
        : null;

    // A certificate given by ARN may cover names that the stack does not know.
    private static void CheckHosts(ConfiguredService service, StackConfig config, RuleChecker rules)
    {
        foreach (var (index, host) in (service.Config.Routing?.Hosts ?? []).Index())
        {
            rules.Check(
                [service.KeyOf(config => config.Routing!.Hosts).Item(index), Key(stack => stack.Domain), Key(stack => stack.ExistingLoadBalancer)],
                () => config is { ExistingLoadBalancer: null, Domain: { CertificateArn: null } domain }
                    && !domain.Names.Any(name => RequestPatterns.CanMatch(host, name))
                    ? $"{host} is not a name of the domain, so it has no certificate and no DNS record; add it to domain.alternativeNames"
                    : null);
        }
    }

    // Public paths take the number before, and so does the rule of a deployment that shifts traffic.
    private static void CheckPriorities(StackConfig config, RuleChecker rules)
    {
        var taken = new Dictionary<int, KeyPath>();
        foreach (var service in config.AllServices.Where(service => service.Config.Routing?.Priority is not null))
        {
            var priority = service.Config.Routing!.Priority!.Value;
            var needsTwo = PublicPathsOf(service, config).Count > 0 || service.Config.Deployment.HasAlternate;
            var numbers = (int[])(needsTwo ? [priority, priority - 1] : [priority]);
            rules.Check([service.KeyOf(config => config.Routing!.Priority)], () => numbers.FirstOrDefault(taken.ContainsKey) is var number and > 0
                ? string.Create(CultureInfo.InvariantCulture, $"{number} is already used by {taken[number]}{Explain(numbers)}")
                : null);
            foreach (var number in numbers)
            {
                taken.TryAdd(number, service.Path);
            }
        }
    }

    private static string Explain(int[] numbers) =>
        numbers.Length > 1 ? "; public paths, and deployments that shift traffic, also use the number before the priority" : "";

    // Without conditions app:service matches every request that reaches its rule.
    private static void CheckLast(StackConfig config, RuleChecker rules) => rules.Check([Key(stack => stack.Service!.Routing!.Priority)], () =>
        config.Service?.Routing is { Hosts.Count: 0, Paths.Count: 0, Priority: { } priority }
        && config.AllServices.FirstOrDefault(service => service.Config.Routing?.Priority > priority) is { } late
            ? string.Create(CultureInfo.InvariantCulture, $"{priority} matches all requests before {late.Path} is evaluated; remove it, and app:service comes last")
            : null);

    private static void CheckTcpPorts(StackConfig config, RuleChecker rules)
    {
        var taken = new Dictionary<int, KeyPath>();
        foreach (var service in config.AllServices)
        {
            foreach (var (index, tcp) in service.Config.TcpPorts.Index())
            {
                var key = service.KeyOf(config => config.TcpPorts).Item(index);
                rules.Check([key.Member<TcpPortConfig>(known => known.Port)], () => taken.TryGetValue(tcp.Port, out var other) && other != service.Path
                    ? $"{tcp.Port} is already used by {other}: services share the network load balancer"
                    : null);
                taken.TryAdd(tcp.Port, service.Path);
                CheckTcpCidrs(key.Member<TcpPortConfig>(known => known.AllowedCidrs), tcp, config, rules);
            }
        }
    }

    private static void CheckTcpCidrs(KeyPath key, TcpPortConfig tcp, StackConfig config, RuleChecker rules)
    {
        LoadBalancerRules.WarnOfEveryone(key, tcp.AllowedCidrs, rules);
        rules.Check(
            [
                key, Key(stack => stack.Network!.DualStack), Key(stack => stack.ExistingNetwork!.DualStack), Key(stack => stack.NetworkLoadBalancer.Scheme),
            ],
            () => tcp.AllowedCidrs.Select(cidr => TcpCidrProblem(cidr, config)).OfType<string>().FirstOrDefault());
    }

    private static string? TcpCidrProblem(string cidr, StackConfig config) => LoadBalancerRules.CidrProblem(cidr, config)
        ?? (cidr.Contains(':', StringComparison.Ordinal) && config.NetworkLoadBalancer.Scheme == LoadBalancerScheme.Internal
            ? $"{cidr} is IPv6, but an internal network load balancer has only IPv4 addresses"
            : null);
}
