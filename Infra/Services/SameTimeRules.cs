using Infra.Configuration.Binding;

namespace Infra.Services;

/// <summary>Schedules of one service that set its limits at the same time: which of them holds afterwards is chance.</summary>
internal static class SameTimeRules
{
    public static void Check(ConfiguredService service, RuleChecker rules)
    {
        var schedules = (service.Config.Scaling?.Schedules ?? new Dictionary<string, ScheduledTasksConfig>()).ToList();
        foreach (var (index, (name, schedule)) in schedules.Index())
        {
            rules.Check([ConfigKey.Member($"{service.Path}.scaling.schedules", name)], () =>
                schedules.Take(index).FirstOrDefault(other => AreSame(other.Value, schedule)).Key is { } first
                    ? $"sets limits at the same time as {first}; keep one"
                    : null);
        }
    }

    private static bool AreSame(ScheduledTasksConfig schedule, ScheduledTasksConfig other) =>
        schedule.TimeZone == other.TimeZone && Normalized(schedule.Expression) == Normalized(other.Expression);

    private static string Normalized(string expression) =>
        string.Join(' ', expression.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}
