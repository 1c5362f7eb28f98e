using Infra.Configuration.Binding;
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
        IReadOnlyList<PartDescription> monitored = [.. config.Parts.Where(part => part.IsMonitored)];
        KeyPath[] keys = [Key(stack => stack.Service), Key(stack => stack.Services), Key(stack => stack.Jobs), .. monitored.Select(part => part.Key)];
        var missing = $"this stack has no service and no {Words.List(monitored.Select(part => $"app:{part.Key}"), "or")}";
        rules.Check([Key(stack => stack.Alarms), .. keys], () => config.Alarms is not null && HasNothingToShow(config, monitored) && !HasTriggers(config)
            ? $"has nothing to monitor: {missing}, and no job has a schedule or an event"
            : null);
        rules.Check([Key(stack => stack.Dashboard), .. keys], () => config.Dashboard && HasNothingToShow(config, monitored) ? $"has nothing to show: {missing}" : null);
    }

    private static bool HasNoServices(StackConfig config) => config.AllServices.Count == 0 && config.Jobs.Count > 0;

    private static bool HasNothingToShow(StackConfig config, IReadOnlyList<PartDescription> monitored) =>
        HasNoServices(config) && !monitored.Any(part => part.IsPresent);

    // Triggers have dead-letter queues, which have alarms.
    private static bool HasTriggers(StackConfig config) => config.Jobs.Values.Any(job => job.Schedule is not null || job.Event is not null);
}
