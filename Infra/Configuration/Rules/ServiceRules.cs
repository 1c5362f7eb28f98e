using Infra.Planning;

namespace Infra.Configuration.Rules;

/// <summary>How tasks are run, checked and replaced.</summary>
internal static class ServiceRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        foreach (var service in config.AllServices)
        {
            CheckHealth(service, rules);
            CheckDeployment(service, rules);
            CheckPorts(service, rules);
            CheckParts(service, config, rules);
            ScalingRules.Check(
                service.Path,
                new ScaledService(service.Config.Scaling, service.Config.DesiredCount, service.Config.ContainerPort is not null && config.HasOwnTargetGroups),
                [.. config.Queues.Keys],
                rules);
        }
    }

    private static void CheckHealth(ConfiguredService service, RuleChecker rules)
    {
        var check = service.Config.HealthCheck;
        rules.Check([$"{service.Path}.healthCheck.timeoutSeconds", $"{service.Path}.healthCheck.intervalSeconds"], () =>
            check.TimeoutSeconds < check.IntervalSeconds ? null : $"{check.TimeoutSeconds} is not less than intervalSeconds {check.IntervalSeconds}");
    }

    private static void CheckDeployment(ConfiguredService service, RuleChecker rules)
    {
        var (path, config) = (service.Path, service.Config);
        rules.Check([$"{path}.maximumPercent", $"{path}.minimumHealthyPercent", $"{path}.desiredCount"], () => RoomProblem(config));
        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html
        rules.Check([$"{path}.zoneRebalancing", $"{path}.maximumPercent"], () =>
            config is { ZoneRebalancing: true, MaximumPercent: 100 }
                ? "needs maximumPercent over 100: a task is moved by starting another first"
                : null);
        rules.Check([$"{path}.deployment.strategy", $"{path}.containerPort"], () =>
            config is { Deployment.Strategy: not DeploymentStrategy.Rolling, ContainerPort: null }
                ? "needs a containerPort: it moves traffic of the load balancer"
                : null);
        rules.Check([$"{path}.deployment.strategy", $"{path}.tcpPorts"], () =>
            config is { Deployment.Strategy: not DeploymentStrategy.Rolling, TcpPorts.Count: > 0 }
                ? "cannot move the traffic of tcpPorts; use rolling, or a service of its own for them"
                : null);
    }

    // ECS rounds the tasks that must run up and the tasks that may run down.
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
    public static int MustRun(int tasks, int minimumHealthyPercent) => ((tasks * minimumHealthyPercent) + 99) / 100;

    private static string? RoomProblem(ServiceConfig service)
    {
        var tasks = Math.Max(1, service.DesiredCount);
        var mustRun = MustRun(tasks, service.MinimumHealthyPercent);
        var mayRun = tasks * service.MaximumPercent / 100;
        return mayRun > mustRun
            ? null
            : $"{service.MaximumPercent} with minimumHealthyPercent {service.MinimumHealthyPercent} and desiredCount {service.DesiredCount} "
                + "leaves no room to replace a task; raise this or lower the other";
    }

    private static void CheckParts(ConfiguredService service, StackConfig config, RuleChecker rules)
    {
        rules.Check(
            [$"{service.Path}.discoveryName", "cluster.namespace", $"{service.Path}.networkMode", $"{service.Path}.deployment"],
            () => service.Config.DiscoveryName is null ? null : DiscoveryProblem(service.Config, config.Cluster));
        rules.Check([$"{service.Path}.deployment.rollbackOnAlarms", "alarms", $"{service.Path}.containerPort"], () =>
            !service.Config.Deployment.RollbackOnAlarms ? null
            : config.Alarms is null ? "needs app:alarms"
            : service.Config.ContainerPort is null ? "needs a containerPort: the alarms watch requests"
            : config.Alarms.Plan().TargetGroup.Any(alarm => alarm.JudgesDeployments) ? null
            : "needs alarms.serverErrorsPercent or alarms.responseTimeSeconds");
        rules.Check([$"{service.Path}.migration", $"{service.Path}.networkMode"], () =>
            service.Config is { Migration: not null, NetworkMode: NetworkMode.Host } ? "needs networkMode awsvpc" : null);
    }

    private static string? DiscoveryProblem(ServiceConfig service, ClusterConfig cluster) =>
        cluster.Namespace is null ? "needs cluster.namespace, in which it is a name"
        : service.NetworkMode == NetworkMode.Host ? "needs networkMode awsvpc: only then has a task an address of its own"
        : service.Deployment.Strategy != DeploymentStrategy.Rolling
            ? "leads to both versions while the deployment moves traffic; use rolling, or call the service by its URL"
        : null;

    private static void CheckPorts(ConfiguredService service, RuleChecker rules)
    {
        var (path, config) = (service.Path, service.Config);
        rules.CheckEach([$"{path}.clusterPorts"], () =>
        {
            foreach (var (index, ports) in config.ClusterPorts.Index())
            {
                if (!PortRange.TryParse(ports, out _))
                {
                    rules.Add($"{path}.clusterPorts[{index}]", $"{ports} is not a range of ports; use 1 to {PortRange.Highest}, the lower one first");
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
