using Infra.Configuration.Binding;
using Infra.Services;

namespace Infra.Stack.Rules;

/// <summary>Time zones of schedules.</summary>
internal static class TimeZoneEffects
{
    public static void Check(StackConfig config, EffectChecker effects)
    {
        foreach (var job in config.AllJobs)
        {
            Check($"{job.Path}.schedule", job.Config.Schedule?.Expression, effects);
        }

        foreach (var service in config.AllServices)
        {
            foreach (var (name, schedule) in service.Config.Scaling?.Schedules ?? new Dictionary<string, ScheduledTasksConfig>())
            {
                Check(ConfigKey.Member($"{service.Path}.scaling.schedules", name), schedule.Expression, effects);
            }
        }
    }

    // A rate counts from the last time, whatever the clock says. https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScheduledAction.html
    private static void Check(string schedule, string? expression, EffectChecker effects) => effects.Require(
        $"{schedule}.timeZone",
        expression?.StartsWith("rate(", StringComparison.Ordinal) is not true,
        $"is for cron(…) and at(…): {expression} is the same in every time zone",
        $"{schedule}.expression");
}
