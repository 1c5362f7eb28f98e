using Infra.Configuration.Binding;
using Infra.Stack.Rules;
using static Infra.Stack.StackKeys;

namespace Infra.Services;

/// <summary>Keys of health checks and deregistration, which have no effect without a target group.</summary>
internal static class HealthCheckEffects
{
    public static void Check(ConfiguredService service, StackConfig config, EffectChecker effects)
    {
        var (isWeb, isTcp) = (service.Config.ContainerPort is not null, service.Config.TcpPorts.Count > 0);
        KeyPath[] reads =
        [
            service.KeyOf(config => config.ContainerPort), service.KeyOf(config => config.TcpPorts), Key(stack => stack.ExistingLoadBalancer!.TargetGroupArn),
        ];
        var (healthCheck, delay) = (service.KeyOf(config => config.HealthCheck), service.KeyOf(config => config.DeregistrationDelaySeconds));
        foreach (var key in (KeyPath[])[healthCheck, service.KeyOf(config => config.HealthCheckGracePeriodSeconds), delay])
        {
            effects.Require(key, isWeb || isTcp, "requires containerPort or tcpPorts: this service has no load balancer", reads);
        }

        const string Existing = "has no effect with existingLoadBalancer.targetGroupArn: set it on that target group";
        foreach (var key in (KeyPath[])[healthCheck, delay])
        {
            effects.Require(key, config.HasOwnTargetGroups || isTcp, Existing, reads);
        }

        foreach (var key in (KeyPath[])[service.KeyOf(config => config.HealthCheck.Path), service.KeyOf(config => config.HealthCheck.StatusCodes)])
        {
            effects.Require(key, isWeb, "requires containerPort: health checks of tcpPorts use TCP", reads);
            effects.Require(key, config.HasOwnTargetGroups, Existing, reads);
        }
    }
}
