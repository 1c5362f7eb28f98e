using Infra.Clusters;
using Infra.Tasks;
using static Infra.Stack.StackKeys;

namespace Infra.Services;

/// <summary>The health checks, ports and names of services.</summary>
internal static class ServiceRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        foreach (var service in config.AllServices)
        {
            CheckHealth(service, rules);
            CheckPorts(service, rules);
            CheckDiscovery(service, config, rules);
            rules.Check([service.KeyOf(config => config.Migration), service.KeyOf(config => config.NetworkMode)], () =>
                service.Config is { Migration: not null, NetworkMode: NetworkMode.Host } ? "requires networkMode awsvpc" : null);
            WarnOfZero(service, config, rules);
            ScalingRules.Check(service, config, rules);
        }
    }

    private static void CheckHealth(ConfiguredService service, RuleChecker rules)
    {
        var check = service.Config.HealthCheck;
        rules.Check([service.KeyOf(config => config.HealthCheck.StatusCodes)], () => StatusCodes.Problem(check.StatusCodes));
        rules.Check([service.KeyOf(config => config.HealthCheck.TimeoutSeconds), service.KeyOf(config => config.HealthCheck.IntervalSeconds)], () =>
            check.EffectiveTimeoutSeconds < check.EffectiveIntervalSeconds
                ? null
                : $"{check.TimeoutSeconds} must be less than intervalSeconds {check.EffectiveIntervalSeconds}");
    }

    private static void CheckDiscovery(ConfiguredService service, StackConfig config, RuleChecker rules)
    {
        var key = service.KeyOf(config => config.DiscoveryName);
        rules.Check(
            [key, Key(stack => stack.Cluster.Namespace), service.KeyOf(config => config.NetworkMode), service.KeyOf(config => config.Deployment)],
            () => service.Config.DiscoveryName is null ? null : DiscoveryProblem(service.Config, config.Cluster));
        rules.Check([key], () => service.Config.DiscoveryName is { } name
            && config.AllServices.First(other => other.Config.DiscoveryName == name) is var first && first != service
                ? $"{name} is already the discoveryName of {first.Path}"
                : null);
    }

    private static string? DiscoveryProblem(ServiceConfig service, ClusterConfig cluster) =>
        cluster.Namespace is null ? "requires cluster.namespace"
        : service.NetworkMode == NetworkMode.Host ? "requires networkMode awsvpc: with host, tasks share the address of their instance"
        : service.Deployment.ShiftsTraffic
            ? "resolves to both versions while a deployment shifts traffic; use deployment.strategy rolling, or call the service by its URL"
        : null;

    private static void WarnOfZero(ConfiguredService service, StackConfig config, RuleChecker rules) =>
        rules.Warn([service.KeyOf(config => config.DesiredCount), service.KeyOf(config => config.Scaling), Key(stack => stack.OffHours)], () =>
            service.Config is { IsHeldAtZero: true, Scaling: var scaling } && (scaling, config.OffHours) is not (null, null)
                ? $"0 keeps the service stopped: {(scaling is null ? "offHours" : "scaling")} has no effect until it is raised or removed"
                : null);

    private static void CheckPorts(ConfiguredService service, RuleChecker rules)
    {
        var peerPorts = service.KeyOf(config => config.PeerPorts);
        rules.CheckEach([peerPorts], () =>
        {
            foreach (var (index, ports) in service.Config.PeerPorts.Index())
            {
                if (!PortRange.TryParse(ports, out _))
                {
                    rules.Add(peerPorts.Item(index), $"{ports} is not a port range; use ports from 1 to {PortRange.Highest}, the lower one first");
                }
            }
        });
        rules.Check([service.KeyOf(config => config.TcpPorts), service.KeyOf(config => config.ContainerPort)], () => TcpPortProblem(service.Config));
    }

    private static string? TcpPortProblem(ServiceConfig service)
    {
        var ports = service.TcpPorts.Select(tcp => tcp.Port).ToList();
        return ports.Distinct().Count() < ports.Count ? "contains the same port twice"
            : service.ContainerPort is { } web && ports.Contains(web) ? $"contains {web}, which is already the containerPort"
            : null;
    }
}
