using Infra.Configuration.Binding;
using Infra.Stack.Rules;

namespace Infra.Services;

/// <summary>Keys of <c>deployment</c> that have no effect with some strategies.</summary>
internal static class DeploymentEffects
{
    public static void Check(ConfiguredService service, EffectChecker effects)
    {
        var (strategy, deployment) = (service.KeyOf(config => config.Deployment.Strategy), service.Config.Deployment);
        effects.RequireSwitch(
            service.KeyOf(config => config.Deployment.BakeMinutes),
            strategy,
            deployment.ShiftsTraffic,
            "has no effect with strategy rolling; it applies to blueGreen, linear and canary");
        effects.RequireSwitch(
            service.KeyOf(config => config.Deployment.TestListener),
            strategy,
            deployment.HasAlternate,
            "has no effect with strategy rolling; it applies to blueGreen, linear and canary");
        foreach (var step in (KeyPath[])[service.KeyOf(config => config.Deployment.StepPercent), service.KeyOf(config => config.Deployment.StepMinutes)])
        {
            effects.RequireSwitch(
                step,
                strategy,
                deployment.HasSteps,
                $"has no effect with strategy {DisplayText.Of(deployment.Strategy)}; it applies to linear and canary");
        }
    }
}
