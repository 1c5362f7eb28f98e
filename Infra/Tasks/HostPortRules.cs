using Infra.Clusters;
using Infra.Services;
using static Infra.Stack.StackKeys;

namespace Infra.Tasks;

/// <summary>Ports of tasks with <c>networkMode: host</c>: only one task with the same port runs on each instance.</summary>
internal static class HostPortRules
{
    // SSH, Docker and the ECS agent.
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html
    private static readonly int[] Reserved = [22, 2375, 2376, 51_678, 51_679, 51_680];

    /// <summary>The problem of a port that every instance reserves; null for any other port.</summary>
    public static string? ReservedProblem(int port) =>
        Reserved.Contains(port) ? $"{port} is reserved on every instance for SSH, Docker or the ECS agent; use another port" : null;

    public static void Check(StackConfig config, RuleChecker rules)
    {
        var services = config.AllServices.Where(service => service.Config is { NetworkMode: NetworkMode.Host, Ports.Count: > 0 }).ToList();
        foreach (var service in services)
        {
            var (mode, port, tcpPorts) = (
                service.KeyOf(config => config.NetworkMode), service.KeyOf(config => config.ContainerPort), service.KeyOf(config => config.TcpPorts));
            rules.Check([mode, port, tcpPorts], () => service.Ports.Select(ReservedProblem).OfType<string>().FirstOrDefault());
            rules.Check(
                [
                    mode, service.KeyOf(config => config.CapacityProviders), port, tcpPorts, service.KeyOf(config => config.DesiredCount),
                    service.KeyOf(config => config.Scaling), service.KeyOf(config => config.MinimumHealthyPercent), Key(stack => stack.Cluster.Instances),
                ],
                () => Problem(service.Config, [.. services.Where(other => other != service).Select(other => other.Config)], config.Cluster));
        }
    }

    private static string? Problem(ServiceConfig service, IReadOnlyList<ServiceConfig> others, ClusterConfig cluster)
    {
        var needed = service.TasksDuringDeployment(service.MaximumTasks) + others.Where(other => Compete(service, other)).Sum(other => other.MaximumTasks);
        var available = service.CapacityProviders.Keys.Sum(provider => cluster.Instances[provider].MaximumInstances);
        return needed > available
            ? $"host allows one task with port {service.Ports[0]} on each instance: a deployment needs {needed} instances, but "
                + $"maximumInstances is {available}; raise it or lower minimumHealthyPercent"
            : null;
    }

    private static bool Compete(ServiceConfig service, ServiceConfig other) =>
        service.Ports.Intersect(other.Ports).Any() && service.CapacityProviders.Keys.Intersect(other.CapacityProviders.Keys).Any();
}
