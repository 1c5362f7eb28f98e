using System.Globalization;
using Infra.LoadBalancing;

namespace Infra.Services;

/// <summary>Which requests are whose, where services share a load balancer.</summary>
internal static class RoutingRules
{
    /// <summary>The values of all conditions of one rule count together.
    /// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html</summary>
    public const int MaximumConditionValues = 5;

    public static void Check(StackConfig config, RuleChecker rules)
    {
        foreach (var service in config.AllServices)
        {
            var routing = $"{service.Path}.routing";
            rules.Check([routing, $"{service.Path}.containerPort"], () => service.Config is { Routing: not null, ContainerPort: null }
                ? "needs a containerPort"
                : null);
            rules.Check([routing, $"{service.Path}.containerPort", "existingLoadBalancer"], () => NeededProblem(service, config));
            rules.Check([routing, "authentication.publicPaths"], () => CountProblem(service.Config.Routing, PublicPathsOf(service, config)));
            CheckHosts(service, config, rules);
        }

        CheckPriorities(config, rules);
        CheckLast(config, rules);
        CheckTcpPorts(config, rules);
    }

    // On a listener that others use too, a rule for everything would take the requests of all of them, and the second such rule fails.
    private static string? NeededProblem(ConfiguredService service, StackConfig config)
    {
        var isShared = config.ExistingLoadBalancer is { TargetGroupArn: null };
        return service is not { Config: { ContainerPort: not null, Routing: var routing } } || (service.Key is null && !isShared) ? null
            : routing is null or { Hosts.Count: 0, Paths.Count: 0 }
                ? $"must say with hosts or paths which requests are this service's{OthersOf(service, config)}"
            : routing.Priority is null ? "needs a priority"
            : null;
    }

    private static string OthersOf(ConfiguredService service, StackConfig config) =>
        service.Key is null ? ": app:existingLoadBalancer has others too"
        : config.Service is null ? ": only app:service, which this stack lacks, takes whatever comes"
        : " and not app:service's";

    private static IReadOnlyList<string> PublicPathsOf(ConfiguredService service, StackConfig config) =>
        (service.Config.Routing ?? new RoutingConfig()).PublicPathsAmong(config.Authentication?.PublicPaths ?? []);

    private static string? CountProblem(RoutingConfig? routing, IReadOnlyList<string> publicPaths) =>
        routing is null ? null
        : routing.Hosts.Count + routing.Paths.Count > MaximumConditionValues
            ? $"hosts and paths together may be {MaximumConditionValues}, not {routing.Hosts.Count + routing.Paths.Count}"
        : publicPaths.Count > 0 && routing.Hosts.Count + publicPaths.Count > MaximumConditionValues
            ? $"hosts and authentication.publicPaths together may be {MaximumConditionValues}, not {routing.Hosts.Count + publicPaths.Count}"
        : null;

    // A certificate that is given may have more names than the stack knows.
    private static void CheckHosts(ConfiguredService service, StackConfig config, RuleChecker rules)
    {
        foreach (var (index, host) in (service.Config.Routing?.Hosts ?? []).Index())
        {
            rules.Check([$"{service.Path}.routing.hosts[{index}]", "domain", "existingLoadBalancer"], () =>
                config is { ExistingLoadBalancer: null, Domain: { CertificateArn: null } domain }
                    && !domain.Names.Any(name => RequestPatterns.Meets(host, name))
                    ? $"{host} is no name of the domain and so has no certificate and no record; add it to domain.alternativeNames"
                    : null);
        }
    }

    // Public paths take the number before, and so does the rule of a deployment that moves traffic.
    private static void CheckPriorities(StackConfig config, RuleChecker rules)
    {
        var taken = new Dictionary<int, string>();
        foreach (var service in config.AllServices.Where(service => service.Config.Routing?.Priority is not null))
        {
            var (key, priority) = ($"{service.Path}.routing.priority", service.Config.Routing!.Priority!.Value);
            var needsTwo = PublicPathsOf(service, config).Count > 0 || service.Config.Deployment.HasAlternate;
            var numbers = (int[])(needsTwo ? [priority, priority - 1] : [priority]);
            rules.Check([key], () => numbers.FirstOrDefault(taken.ContainsKey) is var number and > 0
                ? string.Create(CultureInfo.InvariantCulture, $"{number} is taken by {taken[number]}{Explain(numbers)}")
                : null);
            foreach (var number in numbers)
            {
                taken.TryAdd(number, service.Path);
            }
        }
    }

    private static string Explain(int[] numbers) =>
        numbers.Length > 1 ? "; public paths, and deployments that move traffic, need the number before the priority too" : "";

    // Without conditions app:service takes all that comes so far.
    private static void CheckLast(StackConfig config, RuleChecker rules) => rules.Check(["service.routing.priority"], () =>
        config.Service?.Routing is { Hosts.Count: 0, Paths.Count: 0, Priority: { } priority }
        && config.AllServices.FirstOrDefault(service => service.Config.Routing?.Priority > priority) is { } late
            ? string.Create(CultureInfo.InvariantCulture, $"{priority} takes all requests before {late.Path} is asked; take it out, and app:service comes last")
            : null);

    private static void CheckTcpPorts(StackConfig config, RuleChecker rules)
    {
        var taken = new Dictionary<int, string>();
        foreach (var service in config.AllServices)
        {
            foreach (var (index, tcp) in service.Config.TcpPorts.Index())
            {
                var key = $"{service.Path}.tcpPorts[{index}]";
                rules.Check([$"{key}.port"], () => taken.TryGetValue(tcp.Port, out var other) && other != service.Path
                    ? $"{tcp.Port} is taken by {other}: services share the network load balancer"
                    : null);
                taken.TryAdd(tcp.Port, service.Path);
                LoadBalancerRules.WarnOfEveryone($"{key}.allowedCidrs", tcp.AllowedCidrs, rules);
                rules.Check([$"{key}.allowedCidrs", "network.dualStack", "existingNetwork.dualStack", "networkLoadBalancer.scheme"], () =>
                    tcp.AllowedCidrs.Select(cidr => TcpCidrProblem(cidr, config)).OfType<string>().FirstOrDefault());
            }
        }
    }

    private static string? TcpCidrProblem(string cidr, StackConfig config) => LoadBalancerRules.CidrProblem(cidr, config)
        ?? (cidr.Contains(':', StringComparison.Ordinal) && config.NetworkLoadBalancer.Scheme == LoadBalancerScheme.Internal
            ? $"{cidr} is IPv6, and an internal network load balancer has IPv4 addresses only"
            : null);
}
