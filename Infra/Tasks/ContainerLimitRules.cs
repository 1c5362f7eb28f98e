using Infra.Services;

namespace Infra.Tasks;

/// <summary>
/// Whether the limits of a container fit its task. A migration runs in a second container with the same limits, and the sum over
/// all containers must fit the task.
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
        var migration = task.Path.Member<ServiceConfig>(config => config.Migration);
        rules.Check([task.KeyOf(config => config.ContainerLimits!.CpuUnits), task.KeyOf(config => config.CpuUnits), migration], () =>
            SumProblem(task, limits.CpuUnits, task.Task.EffectiveCpuUnits, "cpuUnits"));
        var (key, reserved) = limits.MemoryReservationMiB is null
            ? (task.KeyOf(config => config.ContainerLimits!.MemoryMiB), limits.MemoryMiB)
            : (task.KeyOf(config => config.ContainerLimits!.MemoryReservationMiB), limits.MemoryReservationMiB);
        rules.Check([key, task.KeyOf(config => config.MemoryMiB), migration], () =>
            SumProblem(task, reserved, task.Task.EffectiveMemoryMiB, "memoryMiB"));
    }

    private static string? SumProblem(ConfiguredTask task, int? limit, int ofTask, string name)
    {
        var highest = task.Migration is null ? ofTask : ofTask / 2;
        return !(limit > highest) ? null
            : task.Migration is null ? $"{limit} exceeds the task's {name} {ofTask}; use {highest} or less"
            : $"{limit} for the application and the same for its migration exceed the task's {name} {ofTask}; use {highest} or less";
    }

    private static void CheckMemory(ConfiguredTask task, ContainerLimitsConfig limits, RuleChecker rules)
    {
        var (memory, reservation) = (task.KeyOf(config => config.ContainerLimits!.MemoryMiB), task.KeyOf(config => config.ContainerLimits!.MemoryReservationMiB));
        rules.Check([memory, reservation, task.KeyOf(config => config.MemoryMiB)], () =>
            limits is { MemoryReservationMiB: not null, MemoryMiB: { } hard } && hard > task.Task.EffectiveMemoryMiB
                ? $"{hard} exceeds the task's memoryMiB {task.Task.EffectiveMemoryMiB}; use {task.Task.EffectiveMemoryMiB} or less"
                : null);
        rules.Check([reservation, memory], () =>
            limits is { MemoryReservationMiB: { } reserved, MemoryMiB: { } hard } && reserved >= hard
                ? $"{reserved} must be less than memoryMiB {hard}, the hard limit; lower or remove it"
                : null);
    }

    private static void CheckUlimits(ConfiguredTask task, ContainerLimitsConfig limits, RuleChecker rules)
    {
        foreach (var (name, limit) in limits.Ulimits)
        {
            var key = task.KeyOf(config => config.ContainerLimits!.Ulimits).Named(name);
            var (soft, hard) = (key.Member<UlimitConfig>(ulimit => ulimit.Soft), key.Member<UlimitConfig>(ulimit => ulimit.Hard));
            rules.Check([soft, hard], () => limit.Hard != -1 && (limit.Soft == -1 || limit.Soft > limit.Hard)
                ? $"{(limit.Soft == -1 ? "-1 (unlimited)" : limit.Soft)} exceeds hard {limit.Hard}; lower it or raise hard"
                : null);
            rules.Warn([hard, task.KeyOf(config => config.CapacityProviders)], () =>
                name == "nofile" && !task.Task.RunsOnInstances && (limit.Hard == -1 || limit.Hard > OpenFilesOnFargate)
                    ? $"exceeds {OpenFilesOnFargate}, the highest value that AWS documents for Fargate; test it first, because the task may not start"
                    : null);
        }
    }
}
