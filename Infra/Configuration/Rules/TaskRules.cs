using Infra.Planning;

namespace Infra.Configuration.Rules;

/// <summary>What one task may look like.</summary>
internal static class TaskRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        var service = config.Service;
        rules.Check(["service.image"], () => ImageReference.TryParse(service.Image, out _)
            ? null
            : $"\"{service.Image}\" is not an image; use one such as nginx:1.29 or registry.example.com/team/app@sha256:…");
        rules.Check(["service.cpuUnits"], () => FargateSize.CpuUnits.Contains(service.CpuUnits)
            ? null
            : $"{service.CpuUnits} is not a Fargate size; use {Words.List(FargateSize.CpuUnits.Select(units => $"{units}"), "or")}");
        rules.Check(["service.memoryMiB", "service.cpuUnits"], () => FargateSize.IsValid(service.CpuUnits, service.MemoryMiB)
            ? null
            : $"{service.MemoryMiB} does not fit cpuUnits {service.CpuUnits}; use {FargateSize.DescribeMemoryMiB(service.CpuUnits)}");
        rules.Check(["service.readonlyRootFilesystem", "service.exec"], () => service is { ReadonlyRootFilesystem: true, Exec: true }
            ? "and exec exclude each other: the agent behind exec must write to the file system"
            : null);
        rules.Check(["service.containerHealthCheck"], () => service.ContainerHealthCheck is { } check && check.TimeoutSeconds > check.IntervalSeconds
            ? $"timeoutSeconds {check.TimeoutSeconds} is longer than intervalSeconds {check.IntervalSeconds}"
            : null);
    }
}
