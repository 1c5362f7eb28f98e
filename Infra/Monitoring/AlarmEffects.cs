using Infra.Configuration.Binding;
using Infra.Stack.Rules;
using static Infra.Stack.StackKeys;

namespace Infra.Monitoring;

/// <summary>Thresholds of alarms on resources that the stack does not have.</summary>
internal static class AlarmEffects
{
    public static void Check(StackConfig config, EffectChecker effects)
    {
        IReadOnlyList<KeyPath> ofTargetGroups =
        [
            Key(stack => stack.Alarms!.ServerErrorsPercent),
            Key(stack => stack.Alarms!.ResponseTimeSeconds),
            Key(stack => stack.Alarms!.UnhealthyTasks),
        ];
        foreach (var key in ofTargetGroups)
        {
            effects.Expect(key, config.HasWeb && config.HasOwnTargetGroups, "has no effect: this stack creates no target group for HTTP");
        }

        effects.Expect(
            Key(stack => stack.Alarms!.LoadBalancerErrorsPerFiveMinutes), config.HasWeb, "has no effect: no service is behind an application load balancer");
        effects.Expect(
            Key(stack => stack.Alarms!.DeadLetters),
            HasDeadLetters(config),
            "has no effect: this stack has no queues, and no job with a schedule or an event");
    }

    private static bool HasDeadLetters(StackConfig config) =>
        config.Queues.Count > 0 || config.Jobs.Values.Any(job => job.Schedule is not null || job.Event is not null);
}
