using Infra.Configuration.Binding;
using Infra.Databases;
using Infra.Queueing;
using static Infra.Stack.StackKeys;

namespace Infra.Tasks;

/// <summary>A stack runs a service or a job; off-hours, alarms and the dashboard have something to act on.</summary>
internal static class WorkloadRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        rules.Check([Key(stack => stack.Service), Key(stack => stack.Services), Key(stack => stack.Jobs)], () => config.AllTasks.Count == 0
            ? "is required unless services or jobs is set"
            : null);
        rules.Check(
            [Key(stack => stack.OffHours), Key(stack => stack.Service), Key(stack => stack.Services), Key(stack => stack.OffHours!.Database)],
            () => config is { OffHours.Database: null } && HasNoServices(config)
                ? "has nothing to stop: this stack has no service, and offHours.database is not set"
                : null);
        rules.Check([Key(stack => stack.Alarms), .. Monitored], () => config.Alarms is not null && HasNothingToShow(config) && !HasTriggers(config)
            ? "has nothing to monitor: this stack has no service, database or queue, and no job with a schedule or an event"
            : null);
        rules.Check([Key(stack => stack.Dashboard), .. Monitored], () => config.Dashboard && HasNothingToShow(config)
            ? "has nothing to show: this stack has no service, database or queue"
            : null);
    }

    private static readonly KeyPath[] Monitored =
    [
        Key(stack => stack.Service), Key(stack => stack.Services), Key(stack => stack.Database), Key(stack => stack.Queues), Key(stack => stack.Jobs),
    ];

    private static bool HasNoServices(StackConfig config) => config.AllServices.Count == 0 && config.Jobs.Count > 0;

    private static bool HasNothingToShow(StackConfig config) => HasNoServices(config) && config is { Database: null, Queues.Count: 0 };

    // Triggers have dead-letter queues, which have alarms.
    private static bool HasTriggers(StackConfig config) => config.Jobs.Values.Any(job => job.Schedule is not null || job.Event is not null);
}
