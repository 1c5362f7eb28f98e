using Infra.Clusters;
using Infra.Services;

namespace Infra.Tasks;

/// <summary>Tasks in the network of their instance share its ports, so no two with the same port run on one instance.</summary>
internal static class HostPortRules
{
    // SSH, Docker and the agent of ECS.
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html
    private static readonly int[] Reserved = [22, 2375, 2376, 51_678, 51_679, 51_680];

    /// <summary>Why a task in the network of its instance cannot have a port; null if it can.</summary>
    public static string? ReservedProblem(int port) =>
        Reserved.Contains(port) ? $"{port} is taken on every instance, by SSH, Docker or the agent of ECS; let the application listen on another" : null;

    public static void Check(StackConfig config, RuleChecker rules)
    {
        var services = config.AllServices.Where(service => service.Config is { NetworkMode: NetworkMode.Host, Ports.Count: > 0 }).ToList();
        foreach (var service in services)
        {
            var path = service.Path;
            rules.Check([$"{path}.networkMode", $"{path}.containerPort", $"{path}.tcpPorts"], () =>
                service.Ports.Select(ReservedProblem).OfType<string>().FirstOrDefault());
            rules.Check(
                [
                    $"{path}.networkMode", $"{path}.capacityProviders", $"{path}.containerPort", $"{path}.tcpPorts",
                    $"{path}.desiredCount", $"{path}.scaling", $"{path}.minimumHealthyPercent", "cluster.instances",
                ],
                () => Problem(service.Config, [.. services.Where(other => other != service).Select(other => other.Config)], config.Cluster));
        }
    }

    private static string? Problem(ServiceConfig service, IReadOnlyList<ServiceConfig> others, ClusterConfig cluster)
    {
        var needed = InstancesForADeployment(service) + others.Where(other => Compete(service, other)).Sum(other => other.MostTasks);
        var available = service.CapacityProviders.Keys.Sum(provider => cluster.Instances[provider].MaximumInstances);
        return needed > available
            ? $"host lets only one task with port {service.Ports[0]} run on each instance: a deployment needs {needed}, and "
                + $"maximumInstances is {available}; raise it, or lower minimumHealthyPercent"
            : null;
    }

    private static int InstancesForADeployment(ServiceConfig service) => TasksForADeployment(service, service.MostTasks);

    /// <summary>How many tasks run side by side at some time of a deployment of so many.</summary>
    public static int TasksForADeployment(ServiceConfig service, int tasks) => service.Deployment.ShiftsTraffic
        ? 2 * tasks
        : Math.Max(tasks, service.MustRunOf(tasks) + 1);

    private static bool Compete(ServiceConfig service, ServiceConfig other) =>
        service.Ports.Intersect(other.Ports).Any() && service.CapacityProviders.Keys.Intersect(other.CapacityProviders.Keys).Any();
}
