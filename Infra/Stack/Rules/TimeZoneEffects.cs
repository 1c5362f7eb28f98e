using Infra.Configuration.Binding;
using Infra.Jobs;
using Infra.Services;

namespace Infra.Stack.Rules;

/// <summary>A time zone has an effect on cron(…) and at(…) only.</summary>
internal static class TimeZoneEffects
{
    public static void Check(StackConfig config, EffectChecker effects)
    {
        foreach (var job in config.AllJobs)
        {
            Check(job.KeyOf(config => config.Schedule), job.Config.Schedule?.Expression, effects);
        }

        foreach (var service in config.AllServices)
        {
            foreach (var (name, schedule) in service.Config.Scaling?.Schedules ?? new Dictionary<string, ScheduledTasksConfig>())
            {
                Check(service.KeyOf(config => config.Scaling!.Schedules).Named(name), schedule.Expression, effects);
            }
        }
    }

    // A rate counts from the last run. https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScheduledAction.html
    private static void Check(KeyPath schedule, string? expression, EffectChecker effects) => effects.Require(
        schedule.Member<JobScheduleConfig>(config => config.TimeZone),
        expression?.StartsWith("rate(", StringComparison.Ordinal) is not true,
        $"is for cron(…) and at(…): {expression} is the same in every time zone",
        schedule.Member<JobScheduleConfig>(config => config.Expression));
}
