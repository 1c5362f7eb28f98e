using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;

namespace Infra.Tasks;

/// <summary>Limits of the container within its task. Without them it may use all that the task has.</summary>
internal sealed record ContainerLimitsConfig
{
    // Linux does not know less. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
    /// <summary>CPU units that the container is sure of, and its share where containers of an instance compete.</summary>
    [Range(2, int.MaxValue)]
    public int? CpuUnits { get; init; }

    // Docker reserves 6 MiB by itself. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
    /// <summary>Memory in MiB at which the container is killed.</summary>
    [Range(6, int.MaxValue)]
    public int? MemoryMiB { get; init; }

    /// <summary>Memory in MiB that is kept for the container; it may use more while there is some.</summary>
    [Range(6, int.MaxValue)]
    public int? MemoryReservationMiB { get; init; }

    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Ulimit.html
    /// <summary>Limits of the operating system, by name: <c>nofile</c> for open files, <c>nproc</c> for processes. On Fargate <c>nofile</c> is 65535 by itself.</summary>
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

/// <summary>One limit of the operating system.</summary>
internal sealed record UlimitConfig
{
    /// <summary>The limit that holds, which a process may raise up to <c>hard</c>; -1 is none.</summary>
    [Range(-1, int.MaxValue)]
    public required int Soft { get; init; }

    /// <summary>The limit that no process may exceed; -1 is none.</summary>
    [Range(-1, int.MaxValue)]
    public required int Hard { get; init; }
}
