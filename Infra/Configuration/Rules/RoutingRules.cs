using System.Globalization;
using Infra.Planning;

namespace Infra.Configuration.Rules;

/// <summary>Which requests are whose, where services share a load balancer.</summary>
internal static class RoutingRules
{
    // A condition's values count together. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html
    private const int MaximumConditionValues = 5;

    public static void Check(StackConfig config, RuleChecker rules)
    {
        foreach (var service in config.AllServices)
        {
            var routing = $"{service.Path}.routing";
            rules.Check([routing, $"{service.Path}.containerPort"], () => service.Config is { Routing: not null, ContainerPort: null }
                ? "needs a containerPort"
                : null);
            rules.Check([routing, $"{service.Path}.containerPort"], () => FurtherProblem(service));
            rules.Check([routing], () => service.Config.Routing is { } given && given.Hosts.Count + given.Paths.Count > MaximumConditionValues
                ? $"hosts and paths together may be {MaximumConditionValues}, not {given.Hosts.Count + given.Paths.Count}"
                : null);
        }

        CheckPriorities(config, rules);
        CheckTcpPorts(config, rules);
    }

    private static string? FurtherProblem(ConfiguredService service) =>
        service is not { Key: not null, Config: { ContainerPort: not null, Routing: var routing } } ? null
        : routing is null or { Hosts.Count: 0, Paths.Count: 0 } ? "must say with hosts or paths which requests are this service's and not app:service's"
        : routing.Priority is null ? "needs a priority"
        : null;

    // Public paths take the number before.
    private static void CheckPriorities(StackConfig config, RuleChecker rules)
    {
        var taken = new Dictionary<int, string>();
        var step = config.Authentication is { PublicPaths.Count: > 0 } ? 1 : 0;
        foreach (var service in config.AllServices.Where(service => service.Config.Routing?.Priority is not null))
        {
            var (key, priority) = ($"{service.Path}.routing.priority", service.Config.Routing!.Priority!.Value);
            rules.Check([key], () => Enumerable.Range(priority - step, step + 1).Select(taken.GetValueOrDefault).OfType<string>().FirstOrDefault() is { } other
                ? string.Create(CultureInfo.InvariantCulture, $"{priority} is taken by {other}{(step > 0 ? "; the number before is used too, for public paths" : "")}")
                : null);
            foreach (var number in Enumerable.Range(priority - step, step + 1))
            {
                taken.TryAdd(number, service.Path);
            }
        }
    }

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
                rules.Check([$"{key}.allowedCidrs"], () => tcp.AllowedCidrs
                    .Select(cidr => cidr.Contains(':', StringComparison.Ordinal)
                        ? AddressRanges.Ipv6Problem(cidr)
                        : AddressRanges.Ipv4Problem(cidr, "203.0.113.0/24"))
                    .OfType<string>()
                    .FirstOrDefault());
            }
        }
    }
}
