using Infra.Stack.Rules;

namespace Infra.Services;

/// <summary>Keys of <c>scaling</c> that have no effect without another, and limits that leave nothing to scale.</summary>
internal static class ScalingEffects
{
    public static void Check(ConfiguredService service, RuleChecker rules, EffectChecker effects)
    {
        if (service.Config.Scaling is not { } scaling)
        {
            return;
        }

        var tracks = scaling.TracksTasks || scaling.BacklogPerTask is not null;
        effects.Require(
            service.KeyOf(config => config.Scaling!.ScaleOutCooldownSeconds),
            tracks || scaling.Steps.Count > 0,
            "requires cpuPercent, memoryPercent, requestsPerTask, backlogPerTask, metrics or steps: schedules only set limits",
            service.KeyOf(config => config.Scaling));
        effects.Require(
            service.KeyOf(config => config.Scaling!.ScaleInCooldownSeconds),
            tracks || scaling.Steps.Values.Any(step => step.ScaleInBelowValue is not null),
            "requires cpuPercent, memoryPercent, requestsPerTask, backlogPerTask, metrics or a step with scaleInBelowValue: nothing else removes tasks",
            service.KeyOf(config => config.Scaling));
        foreach (var (name, step) in scaling.Steps)
        {
            var key = service.KeyOf(config => config.Scaling!.Steps).Named(name);
            effects.Require(
                key.Member<StepScalingConfig>(known => known.RemoveTasks),
                step.ScaleInBelowValue is not null,
                "requires scaleInBelowValue: without it no tasks are removed",
                key.Member<StepScalingConfig>(known => known.ScaleInBelowValue));
        }

        rules.Warn([service.KeyOf(config => config.Scaling!.MaximumTasks)], () => scaling.MinimumTasks == scaling.MaximumTasks && scaling.Schedules.Count == 0
            ? $"{scaling.MaximumTasks} equals minimumTasks, so the number of tasks never changes"
            : null);
    }
}
