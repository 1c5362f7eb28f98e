using Infra.Configuration.Binding;
using Infra.Stack.Quotas;
using static Infra.Stack.StackKeys;

namespace Infra.Services;

/// <summary>The scaling policies, scheduled actions and discoverable tasks of services, counted against quotas.</summary>
internal static class ScalingSums
{
    // One stops the service, one starts it.
    private const int SchedulesOfOffHours = 2;

    public static IReadOnlyList<KeyPath> Keys { get; } =
    [
        Key(stack => stack.Service),
        Key(stack => stack.Services),
        Key(stack => stack.OffHours),
    ];

    public static IEnumerable<PlannedSum> Of(StackConfig config) => config.AllServices.SelectMany(service =>
        (IEnumerable<PlannedSum>)[.. OfTasks(service), .. service.Config.Scaling is { } scaling ? OfScaling(service, scaling, config) : []]);

    private static IEnumerable<PlannedSum> OfTasks(ConfiguredService service)
    {
        var tasks = service.Config.Scaling?.MaximumTasks ?? service.Config.EffectiveDesiredCount;
        return service.Config.DiscoveryName is null ? [] :
        [
            new(AwsQuotas.TasksWithDiscovery, service.KeyOf(config => config.DiscoveryName), tasks, $"leads to up to {Counted.Of(tasks, "task")}") { Of = service.Path.Text },
        ];
    }

    private static IEnumerable<PlannedSum> OfScaling(ConfiguredService service, ScalingConfig scaling, StackConfig config)
    {
        var policies = Policies(scaling);
        yield return new(
            AwsQuotas.PoliciesOfScaling, service.KeyOf(config => config.Scaling!.Steps), policies, $"the steps and measures make {Counted.Of(policies, "scaling policy", "scaling policies")}")
        { Of = service.Path.Text };
        var schedules = scaling.Schedules.Count + (config.OffHours is null ? 0 : SchedulesOfOffHours);
        yield return new(
            AwsQuotas.SchedulesOfScaling,
            service.KeyOf(config => config.Scaling!.Schedules),
            schedules,
            $"{Counted.Of(scaling.Schedules.Count, "schedule")}{(config.OffHours is null ? "" : " and app:offHours")} make {Counted.Of(schedules, "scheduled action")}")
        { Of = service.Path.Text };
    }

    // The backlog has a second policy if it starts the first task; a step has one for each direction.
    private static int Policies(ScalingConfig scaling) =>
        new[] { scaling.CpuPercent, scaling.MemoryPercent, scaling.RequestsPerTask }.Count(measure => measure is not null)
        + scaling.Metrics.Count
        + (scaling.BacklogPerTask is null ? 0 : scaling.MinimumTasks == 0 ? 2 : 1)
        + scaling.Steps.Values.Sum(step => step.ScaleInBelowValue is null ? 1 : 2);
}
