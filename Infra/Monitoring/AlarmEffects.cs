using Infra.Stack.Rules;

namespace Infra.Monitoring;

/// <summary>Alarms on what the stack does not have.</summary>
internal static class AlarmEffects
{
    public static void Check(StackConfig config, EffectChecker effects)
    {
        Expect(["serverErrorsPercent", "responseTimeSeconds", "unhealthyTasks"], config.HasWeb && config.HasOwnTargetGroups,
            "no service has a target group of the stack's own", effects);
        Expect(["loadBalancerErrorsPerFiveMinutes"], config.HasWeb, "no service is behind a load balancer for HTTP", effects);
        Expect(["deadLetters"], HasDeadLetters(config), "this stack has no queues, and no job with a schedule or an event", effects);
    }

    private static void Expect(IReadOnlyList<string> alarms, bool works, string reason, EffectChecker effects)
    {
        foreach (var alarm in alarms)
        {
            effects.Expect($"alarms.{alarm}", works, $"has no effect: {reason}");
        }
    }

    private static bool HasDeadLetters(StackConfig config) =>
        config.Queues.Count > 0 || config.Jobs.Values.Any(job => job.Schedule is not null || job.Event is not null);
}
