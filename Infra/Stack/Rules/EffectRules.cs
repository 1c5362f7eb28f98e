using Infra.Clusters;
using Infra.Databases;
using Infra.LoadBalancing;
using Infra.Monitoring;
using Infra.Services;
using Infra.SignIn;
using Infra.Tasks;

namespace Infra.Stack.Rules;

/// <summary>No key is ignored silently: it changes the stack, is refused, or gets a warning.</summary>
internal static class EffectRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        var effects = new EffectChecker(rules);
        LoadBalancerEffects.Check(config, effects);
        SignInEffects.Check(config, rules, effects);
        foreach (var service in config.AllServices)
        {
            HealthCheckEffects.Check(service, config, effects);
            DeploymentEffects.Check(service, effects);
            ScalingEffects.Check(service, rules, effects);
        }

        TaskEffects.Check(config, rules, effects);
        TimeZoneEffects.Check(config, effects);
        DataEffects.Check(config, rules, effects);
        AlarmEffects.Check(config, effects);
        InstanceEffects.Check(config, effects);
    }
}
