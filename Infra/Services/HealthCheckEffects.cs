using Infra.Stack.Rules;

namespace Infra.Services;

/// <summary>How load balancers check a service and let go of it.</summary>
internal static class HealthCheckEffects
{
    private static readonly string[] HttpKeys = ["healthCheck.path", "healthCheck.statusCodes"];

    public static void Check(ConfiguredService service, StackConfig config, EffectChecker effects)
    {
        var path = service.Path;
        var (isWeb, isTcp) = (service.Config.ContainerPort is not null, service.Config.TcpPorts.Count > 0);
        string[] reads = [$"{path}.containerPort", $"{path}.tcpPorts", "existingLoadBalancer.targetGroupArn"];

        foreach (var key in (string[])["healthCheck", "healthCheckGracePeriodSeconds", "deregistrationDelaySeconds"])
        {
            effects.Require(
                $"{path}.{key}", isWeb || isTcp, "needs a containerPort or tcpPorts: no load balancer is in front of this service", reads);
        }

        const string Existing = "belongs to the target group, which exists already: existingLoadBalancer.targetGroupArn";
        foreach (var key in (string[])["healthCheck", "deregistrationDelaySeconds"])
        {
            effects.Require($"{path}.{key}", config.HasOwnTargetGroups || isTcp, Existing, reads);
        }

        foreach (var key in HttpKeys)
        {
            effects.Require($"{path}.{key}", isWeb, "needs a containerPort: of tcpPorts only the connection is checked", reads);
            effects.Require($"{path}.{key}", config.HasOwnTargetGroups, Existing, reads);
        }
    }
}
