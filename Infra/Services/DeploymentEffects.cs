using Infra.Configuration.Binding;
using Infra.Stack.Rules;

namespace Infra.Services;

/// <summary>The numbers of deployments that move traffic.</summary>
internal static class DeploymentEffects
{
    public static void Check(ConfiguredService service, EffectChecker effects)
    {
        var (key, deployment) = ($"{service.Path}.deployment", service.Config.Deployment);
        effects.RequireSwitch(
            $"{key}.bakeMinutes",
            $"{key}.strategy",
            deployment.ShiftsTraffic,
            "has no effect with strategy rolling, which keeps no old version ready; it is for blueGreen, linear and canary");
        effects.RequireSwitch(
            $"{key}.testListener",
            $"{key}.strategy",
            deployment.HasAlternate,
            "has no effect with strategy rolling, which has no second version to test; it is for blueGreen, linear and canary");
        foreach (var step in (string[])["stepPercent", "stepMinutes"])
        {
            effects.RequireSwitch(
                $"{key}.{step}",
                $"{key}.strategy",
                deployment.HasSteps,
                $"has no effect with strategy {DisplayText.Of(deployment.Strategy)}, which moves no traffic in steps; it is for linear and canary");
        }
    }
}
