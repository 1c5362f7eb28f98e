using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;

namespace Infra.Tasks;

/// <summary>Limits of the container within its task. Without them it can use all resources of the task.</summary>
internal sealed record ContainerLimitsConfig
{
    // The minimum of Linux. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
    /// <summary>CPU units reserved for the container, and its share when containers of an instance compete.</summary>
    [Range(2, int.MaxValue)]
    public int? CpuUnits { get; init; }

    // The minimum of Docker. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
    /// <summary>Hard memory limit in MiB; a container that exceeds it is killed.</summary>
    [Range(6, int.MaxValue)]
    public int? MemoryMiB { get; init; }

    /// <summary>Memory in MiB reserved for the container, which can use more while the task has some.</summary>
    [Range(6, int.MaxValue)]
    public int? MemoryReservationMiB { get; init; }

    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Ulimit.html
    /// <summary>Operating system limits by name, such as <c>nofile</c> for open files or <c>nproc</c> for processes. On Fargate <c>nofile</c> defaults to 65535.</summary>
    [Keys(
        "^(core|cpu|data|fsize|locks|memlock|msgqueue|nice|nofile|nproc|rss|rtprio|rttime|sigpending|stack)$",
        "core, cpu, data, fsize, locks, memlock, msgqueue, nice, nofile, nproc, rss, rtprio, rttime, sigpending or stack")]
    public IReadOnlyDictionary<string, UlimitConfig> Ulimits { get; init; } = new Dictionary<string, UlimitConfig>();

    public ContainerLimits Plan() => new()
    {
        CpuUnits = CpuUnits,
        MemoryMiB = MemoryMiB,
        MemoryReservationMiB = MemoryReservationMiB,
        Ulimits = [.. Ulimits.Select(limit => new Ulimit(limit.Key, limit.Value.Soft, limit.Value.Hard))],
    };
}

/// <summary>Operating system limit.</summary>
internal sealed record UlimitConfig
{
    /// <summary>Soft limit, which a process can raise up to <c>hard</c>; -1 for no limit.</summary>
    [Range(-1, int.MaxValue)]
    public required int Soft { get; init; }

    /// <summary>Hard limit; -1 for no limit.</summary>
    [Range(-1, int.MaxValue)]
    public required int Hard { get; init; }
}
