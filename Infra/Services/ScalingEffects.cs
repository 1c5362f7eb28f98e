using Infra.Configuration.Binding;
using Infra.Stack.Rules;

namespace Infra.Services;

/// <summary>What slows scaling down, and limits that leave nothing to scale.</summary>
internal static class ScalingEffects
{
    public static void Check(ConfiguredService service, RuleChecker rules, EffectChecker effects)
    {
        if (service.Config.Scaling is not { } scaling)
        {
            return;
        }

        var key = $"{service.Path}.scaling";
        var tracks = scaling.TracksTasks || scaling.BacklogPerTask is not null;
        effects.Require(
            $"{key}.scaleOutCooldownSeconds",
            tracks || scaling.Steps.Count > 0,
            "needs something that adds tasks by load; schedules only set limits",
            key);
        effects.Require(
            $"{key}.scaleInCooldownSeconds",
            tracks || scaling.Steps.Values.Any(step => step.ScaleInBelowValue is not null),
            "needs something that takes tasks away by load: a percentage, requestsPerTask, backlogPerTask, metrics or a step with scaleInBelowValue",
            key);
        foreach (var (name, step) in scaling.Steps)
        {
            var stepKey = ConfigKey.Member($"{key}.steps", name);
            effects.Require(
                $"{stepKey}.removeTasks",
                step.ScaleInBelowValue is not null,
                "needs scaleInBelowValue: without it no tasks are taken away",
                $"{stepKey}.scaleInBelowValue");
        }

        rules.Warn([$"{key}.maximumTasks"], () => scaling.MinimumTasks == scaling.MaximumTasks && scaling.Schedules.Count == 0
            ? $"{scaling.MaximumTasks} is minimumTasks too, so that the number of tasks never changes"
            : null);
    }
}
