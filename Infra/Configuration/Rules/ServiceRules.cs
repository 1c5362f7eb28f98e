using Infra.Planning;

namespace Infra.Configuration.Rules;

/// <summary>How tasks are run, checked and replaced.</summary>
internal static class ServiceRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        var service = config.Service;
        rules.Check(["service.healthCheck.timeoutSeconds", "service.healthCheck.intervalSeconds"], () =>
            service.HealthCheck.TimeoutSeconds < service.HealthCheck.IntervalSeconds
                ? null
                : $"{service.HealthCheck.TimeoutSeconds} is not less than intervalSeconds {service.HealthCheck.IntervalSeconds}");
        rules.Check(["service.capacityProviders"], () => CapacityProblem(service));
        rules.Check(["service.egressPorts"], () => service.EgressPorts.Contains(TrafficPlan.Https)
            ? null
            : $"needs {TrafficPlan.Https}: over it a task fetches its image and secrets and sends its log");
        rules.Check(["service.maximumPercent", "service.minimumHealthyPercent", "service.desiredCount"], () => DeploymentProblem(service));
        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html
        rules.Check(["service.zoneRebalancing", "service.maximumPercent"], () =>
            service is { ZoneRebalancing: true, MaximumPercent: 100 }
                ? "needs maximumPercent over 100: a task is moved by starting another first"
                : null);
    }

    // ECS rounds the tasks that must run up and the tasks that may run down.
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
    private static string? DeploymentProblem(ServiceConfig service)
    {
        var tasks = Math.Max(1, service.DesiredCount);
        var mustRun = ((tasks * service.MinimumHealthyPercent) + 99) / 100;
        var mayRun = tasks * service.MaximumPercent / 100;
        return mayRun > mustRun
            ? null
            : $"{service.MaximumPercent} with minimumHealthyPercent {service.MinimumHealthyPercent} and desiredCount {service.DesiredCount} "
                + "leaves no room to replace a task; raise this or lower the other";
    }

    private static string? CapacityProblem(ServiceConfig service)
    {
        var providers = service.CapacityProviders.Values.ToList();
        return providers.All(provider => provider.Weight == 0) ? "needs at least one weight over 0"
            : providers.Count(provider => provider.Base > 0) > 1 ? "only one provider may have a base over 0"
            : null;
    }
}
