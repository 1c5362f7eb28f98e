using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Infra.Configuration.Binding;
using Infra.Networking;

namespace Infra.Clusters;

/// <summary>EC2 instances that run tasks. ECS launches them as tasks need capacity and terminates idle ones, unless <c>cpuPercent</c> is set.</summary>
internal sealed record InstancesConfig
{
    /// <summary>EC2 instance type. Each task with <c>networkMode: awsvpc</c> needs one of the instance's network interfaces, which limits the number of tasks.</summary>
    [Pattern("^[a-z][a-z0-9-]*\\.[a-z0-9-]+$", "an EC2 instance type such as t4g.small")]
    public required string InstanceType { get; init; }

    /// <summary>CPU architecture, for which the images of the tasks must be built.</summary>
    [DerivedDefault("that of `instanceType`")]
    public Architecture? Architecture { get; init; }

    /// <summary>Minimum number of instances, which run even without tasks.</summary>
    [Range(0, 1000)]
    public int MinimumInstances { get; init; }

    /// <summary>Maximum number of instances.</summary>
    [Range(1, 1000)]
    public required int MaximumInstances { get; init; }

    /// <summary>Target utilization of the capacity, in percent: less than 100 keeps spare capacity, so that tasks start without waiting for an instance. Cannot be combined with <c>cpuPercent</c>.</summary>
    [Range(1, 100)]
    [DerivedDefault("`100`, or none with `cpuPercent`")]
    public int? TargetCapacityPercent { get; init; }

    /// <summary>Average CPU utilization of the instances to scale by, in percent, instead of the capacity that tasks need. ECS then launches no instance for a task without capacity: a service retries until there is some, a job does not start.</summary>
    [Range(1, 100)]
    public int? CpuPercent { get; init; }

    /// <summary>Encrypted root volume of an instance (gp3), in GiB, for images and container storage.</summary>
    [Range(30, 16_384)]
    public int RootVolumeGiB { get; init; } = 30;

    /// <summary>Subnets of the instances. In awsvpc mode their tasks have private addresses only, even in public subnets.</summary>
    public required SubnetTier Subnets { get; init; }

    /// <summary>Whether ECS launches instances for tasks without capacity; otherwise the CPU load of the instances decides.</summary>
    public bool FollowsTasks => CpuPercent is null;

    public int EffectiveTargetCapacityPercent => TargetCapacityPercent ?? 100;

    public Architecture EffectiveArchitecture =>
        Architecture ?? (Clusters.InstanceType.IsArm(InstanceType) ? Clusters.Architecture.Arm64 : Clusters.Architecture.X8664);
}

/// <summary>The CPU architecture a container image is built for.</summary>
internal enum Architecture
{
    [JsonStringEnumMemberName("x86_64")]
    X8664,

    [JsonStringEnumMemberName("arm64")]
    Arm64,
}
