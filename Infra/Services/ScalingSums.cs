using Infra.Configuration.Binding;
using Infra.Stack.Quotas;

namespace Infra.Services;

/// <summary>What moves the number of a service's tasks, and how many there may be.</summary>
internal static class ScalingSums
{
    // Stopping at night and starting in the morning.
    private const int SchedulesOfANight = 2;

    public static IReadOnlyList<string> Keys { get; } = ["service", "services", "offHours"];

    public static IEnumerable<PlannedSum> Of(StackConfig config) => config.AllServices.SelectMany(service =>
        (IEnumerable<PlannedSum>)[.. OfTasks(service), .. service.Config.Scaling is { } scaling ? OfScaling(service.Path, scaling, config) : []]);

    private static IEnumerable<PlannedSum> OfTasks(ConfiguredService service)
    {
        var tasks = service.Config.Scaling?.MaximumTasks ?? service.Config.EffectiveDesiredCount;
        return service.Config.DiscoveryName is null ? [] :
        [
            new(AwsQuotas.TasksWithDiscovery, $"{service.Path}.discoveryName", tasks, $"leads to up to {Counted.Of(tasks, "task")}") { Of = service.Path },
        ];
    }

    private static IEnumerable<PlannedSum> OfScaling(string path, ScalingConfig scaling, StackConfig config)
    {
        var policies = Policies(scaling);
        yield return new(
            AwsQuotas.PoliciesOfScaling, $"{path}.scaling.steps", policies, $"the steps and measures make {Counted.Of(policies, "scaling policy", "scaling policies")}")
        { Of = path };
        var schedules = scaling.Schedules.Count + (config.OffHours is null ? 0 : SchedulesOfANight);
        yield return new(
            AwsQuotas.SchedulesOfScaling,
            $"{path}.scaling.schedules",
            schedules,
            $"{Counted.Of(scaling.Schedules.Count, "schedule")}{(config.OffHours is null ? "" : " and app:offHours")} make {Counted.Of(schedules, "scheduled action")}")
        { Of = path };
    }

    // The backlog has a second policy where it must start the first task; a step one for each way.
    private static int Policies(ScalingConfig scaling) =>
        new[] { scaling.CpuPercent, scaling.MemoryPercent, scaling.RequestsPerTask }.Count(measure => measure is not null)
        + scaling.Metrics.Count
        + (scaling.BacklogPerTask is null ? 0 : scaling.MinimumTasks == 0 ? 2 : 1)
        + scaling.Steps.Values.Sum(step => step.ScaleInBelowValue is null ? 1 : 2);
}
