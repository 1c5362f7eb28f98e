using Infra.Clusters;
using Infra.Tasks;

namespace Infra.Services;

/// <summary>How tasks are run, checked and replaced.</summary>
internal static class ServiceRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        foreach (var service in config.AllServices)
        {
            CheckHealth(service, rules);
            CheckPorts(service, rules);
            CheckParts(service, config, rules);
            WarnOfZero(service, config, rules);
            ScalingRules.Check(
                service.Path,
                new ScaledService(service.Config.Scaling, service.Config.EffectiveDesiredCount, service.Config.ContainerPort is not null && config.HasOwnTargetGroups),
                [.. config.Queues.Keys],
                rules);
        }
    }

    private static void CheckHealth(ConfiguredService service, RuleChecker rules)
    {
        var check = service.Config.HealthCheck;
        rules.Check([$"{service.Path}.healthCheck.statusCodes"], () => StatusCodes.Problem(check.StatusCodes));
        rules.Check([$"{service.Path}.healthCheck.timeoutSeconds", $"{service.Path}.healthCheck.intervalSeconds"], () =>
            check.EffectiveTimeoutSeconds < check.EffectiveIntervalSeconds
                ? null
                : $"{check.TimeoutSeconds} is not less than intervalSeconds {check.EffectiveIntervalSeconds}");
    }

    private static void CheckParts(ConfiguredService service, StackConfig config, RuleChecker rules)
    {
        rules.Check(
            [$"{service.Path}.discoveryName", "cluster.namespace", $"{service.Path}.networkMode", $"{service.Path}.deployment"],
            () => service.Config.DiscoveryName is null ? null : DiscoveryProblem(service.Config, config.Cluster));
        rules.Check([$"{service.Path}.migration", $"{service.Path}.networkMode"], () =>
            service.Config is { Migration: not null, NetworkMode: NetworkMode.Host } ? "needs networkMode awsvpc" : null);
    }

    private static void WarnOfZero(ConfiguredService service, StackConfig config, RuleChecker rules) =>
        rules.Warn([$"{service.Path}.desiredCount", $"{service.Path}.scaling", "offHours"], () => service.Config is { IsHeldAtZero: true, Scaling: var scaling }
            && (scaling, config.OffHours) is not (null, null)
                ? $"0 keeps every task away, and {(scaling is null ? "offHours" : "scaling")} waits until it is raised or taken out"
                : null);

    private static string? DiscoveryProblem(ServiceConfig service, ClusterConfig cluster) =>
        cluster.Namespace is null ? "needs cluster.namespace, in which it is a name"
        : service.NetworkMode == NetworkMode.Host ? "needs networkMode awsvpc: only then has a task an address of its own"
        : service.Deployment.ShiftsTraffic
            ? "leads to both versions while the deployment moves traffic; use deployment.strategy rolling, or call the service by its URL"
        : null;

    private static void CheckPorts(ConfiguredService service, RuleChecker rules)
    {
        var (path, config) = (service.Path, service.Config);
        rules.CheckEach([$"{path}.peerPorts"], () =>
        {
            foreach (var (index, ports) in config.PeerPorts.Index())
            {
                if (!PortRange.TryParse(ports, out _))
                {
                    rules.Add($"{path}.peerPorts[{index}]", $"{ports} is not a range of ports; use 1 to {PortRange.Highest}, the lower one first");
                }
            }
        });
        rules.Check([$"{path}.tcpPorts", $"{path}.containerPort"], () => TcpPortProblem(config));
    }

    private static string? TcpPortProblem(ServiceConfig service)
    {
        var ports = service.TcpPorts.Select(tcp => tcp.Port).ToList();
        return ports.Distinct().Count() < ports.Count ? "name the same port twice"
            : service.ContainerPort is { } web && ports.Contains(web) ? $"name {web}, which is containerPort already"
            : null;
    }
}
