using Infra.Configuration.Binding;
using Infra.Services;

namespace Infra.Tasks;

/// <summary>
/// Whether the limits of a container fit its task. A migration runs in a container of its own with the same limits, and ECS wants all
/// containers together to be within the task.
/// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
/// </summary>
internal static class ContainerLimitRules
{
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Ulimit.html
    private const int OpenFilesOnFargate = 65_535;

    public static void Check(StackConfig config, RuleChecker rules)
    {
        foreach (var task in config.AllTasks)
        {
            if (task.Task.ContainerLimits is { } limits)
            {
                CheckSums(task, limits, rules);
                CheckMemory(task, limits, rules);
                CheckUlimits(task, limits, rules);
            }
        }
    }

    private static void CheckSums(ConfiguredTask task, ContainerLimitsConfig limits, RuleChecker rules)
    {
        var (key, config) = ($"{task.Path}.containerLimits", task.Task);
        rules.Check([$"{key}.cpuUnits", $"{task.Path}.cpuUnits", $"{task.Path}.migration"], () =>
            SumProblem(task, limits.CpuUnits, config.EffectiveCpuUnits, "cpuUnits"));
        var (kept, reserved) = limits.MemoryReservationMiB is null ? ("memoryMiB", limits.MemoryMiB) : ("memoryReservationMiB", limits.MemoryReservationMiB);
        rules.Check([$"{key}.{kept}", $"{task.Path}.memoryMiB", $"{task.Path}.migration"], () =>
            SumProblem(task, reserved, config.EffectiveMemoryMiB, "memoryMiB"));
    }

    private static string? SumProblem(ConfiguredTask task, int? limit, int ofTask, string key)
    {
        var hasMigration = task is ConfiguredService { Config.Migration: not null };
        var most = hasMigration ? ofTask / 2 : ofTask;
        return !(limit > most) ? null
            : hasMigration ? $"{limit} for the application and as much for its migration is more than {key} {ofTask} of the task; use {most} or less"
            : $"{limit} is more than {key} {ofTask} of the task; use {most} or less";
    }

    private static void CheckMemory(ConfiguredTask task, ContainerLimitsConfig limits, RuleChecker rules)
    {
        var key = $"{task.Path}.containerLimits";
        rules.Check([$"{key}.memoryMiB", $"{key}.memoryReservationMiB", $"{task.Path}.memoryMiB"], () =>
            limits is { MemoryReservationMiB: not null, MemoryMiB: { } hard } && hard > task.Task.EffectiveMemoryMiB
                ? $"{hard} is more than memoryMiB {task.Task.EffectiveMemoryMiB} of the task; use {task.Task.EffectiveMemoryMiB} or less"
                : null);
        rules.Check([$"{key}.memoryReservationMiB", $"{key}.memoryMiB"], () =>
            limits is { MemoryReservationMiB: { } reserved, MemoryMiB: { } hard } && reserved >= hard
                ? $"{reserved} is not less than memoryMiB {hard}, at which the container is killed; lower it, or leave it out"
                : null);
    }

    private static void CheckUlimits(ConfiguredTask task, ContainerLimitsConfig limits, RuleChecker rules)
    {
        foreach (var (name, limit) in limits.Ulimits)
        {
            var key = ConfigKey.Member($"{task.Path}.containerLimits.ulimits", name);
            rules.Check([$"{key}.soft", $"{key}.hard"], () => limit.Hard != -1 && (limit.Soft == -1 || limit.Soft > limit.Hard)
                ? $"{(limit.Soft == -1 ? "-1, no limit," : limit.Soft)} is more than hard {limit.Hard}; lower it, or raise hard"
                : null);
            rules.Warn([$"{key}.hard", $"{task.Path}.capacityProviders"], () =>
                name == "nofile" && !task.Task.RunsOnInstances && (limit.Hard == -1 || limit.Hard > OpenFilesOnFargate)
                    ? $"is over {OpenFilesOnFargate}, the most that AWS names for Fargate: try it before you rely on it, for such a task may not start"
                    : null);
        }
    }
}
