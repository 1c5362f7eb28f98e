using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Infra.Configuration.Binding;
using Infra.Networking;

namespace Infra.Clusters;

/// <summary>EC2 instances that run tasks. ECS starts them as tasks need them and ends those that are idle, unless <c>cpuPercent</c> decides.</summary>
internal sealed record InstancesConfig
{
    /// <summary>Size of the instances. Every task takes one of the instance's network interfaces, which limits how many fit as well.</summary>
    [Pattern("^[a-z][a-z0-9-]*\\.[a-z0-9-]+$", "an EC2 instance type such as t4g.small")]
    public required string InstanceType { get; init; }

    /// <summary>Processor of the instances, which the tasks' images must be built for.</summary>
    [DerivedDefault("that of `instanceType`")]
    public Architecture? Architecture { get; init; }

    /// <summary>Instances that run even without tasks.</summary>
    [Range(0, 1000)]
    public int MinimumInstances { get; init; }

    /// <summary>The most instances that ever run.</summary>
    [Range(1, 1000)]
    public required int MaximumInstances { get; init; }

    /// <summary>How full the instances shall be, in percent: less than 100 keeps room for tasks to start at once. Not with <c>cpuPercent</c>.</summary>
    [Range(1, 100)]
    [DerivedDefault("`100`, or nothing with `cpuPercent`")]
    public int? TargetCapacityPercent { get; init; }

    /// <summary>CPU load of the instances, in percent, at which their number is held, instead of starting them as tasks need them. ECS then starts none for a task without room: a service tries again until there is some, a job does not start.</summary>
    [Range(1, 100)]
    public int? CpuPercent { get; init; }

    /// <summary>Disk of an instance in GiB, for images and what containers write.</summary>
    [Range(30, 16_384)]
    public int RootVolumeGiB { get; init; } = 30;

    /// <summary>Where the instances run. Their tasks get private addresses only, whatever the subnets are.</summary>
    public required SubnetTier Subnets { get; init; }

    /// <summary>Whether ECS starts instances for tasks that have no room; otherwise the CPU load of those that run decides.</summary>
    public bool FollowsTasks => CpuPercent is null;

    public int EffectiveTargetCapacityPercent => TargetCapacityPercent ?? 100;

    public Architecture EffectiveArchitecture =>
        Architecture ?? (Clusters.InstanceType.IsArm(InstanceType) ? Clusters.Architecture.Arm64 : Clusters.Architecture.X8664);
}

/// <summary>The processor a container image is built for.</summary>
internal enum Architecture
{
    [JsonStringEnumMemberName("x86_64")]
    X8664,

    [JsonStringEnumMemberName("arm64")]
    Arm64,
}
