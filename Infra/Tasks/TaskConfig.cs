using System.ComponentModel.DataAnnotations;
using Infra.Clusters;
using Infra.Configuration.Binding;
using Infra.Networking;

namespace Infra.Tasks;

/// <summary>The keys that services and jobs share: the container, its capacity and its permissions.</summary>
internal record TaskConfig : TaskUses
{
    private static readonly IReadOnlyDictionary<string, CapacityProviderConfig> OnFargate =
        new Dictionary<string, CapacityProviderConfig> { ["FARGATE"] = new() { Weight = 1 } };

    /// <summary>CPU units of a task: 256, 512, 1024, 2048, 4096, 8192, 16384 or 32768; 1024 units are one vCPU. On instances any number from 128.</summary>
    [DerivedDefault("`256`, or the smallest size for `memoryMiB`")]
    public int? CpuUnits { get; init; }

    /// <summary>Memory of a task in MiB: 512, 1024 or 2048 with 256 <c>cpuUnits</c>, and larger sizes with more. On instances any number from 128.</summary>
    [DerivedDefault("`512`, or the smallest size for `cpuUnits`")]
    public int? MemoryMiB { get; init; }

    /// <summary>CPU architecture of the tasks. Arm costs about 20 % less and needs an image built for it.</summary>
    [DerivedDefault("`x86_64`, or the architecture of the instances")]
    public Architecture? Architecture { get; init; }

    /// <summary>Subnets of the tasks. In public subnets tasks get public IP addresses and need no NAT gateway; security groups block connections from the internet in both.</summary>
    public SubnetTier Subnets { get; init; } = SubnetTier.Public;

    /// <summary>Capacity provider strategy: <c>FARGATE</c>, <c>FARGATE_SPOT</c> (up to 70 % cheaper; AWS can stop tasks with two minutes' notice), or names of <c>cluster.instances</c>. The strategy of a running service is changed here, not by removing the key: write <c>FARGATE: { weight: 1 }</c> to return to the default.</summary>
    [MinLength(1)]
    [Keys("^(FARGATE|FARGATE_SPOT|[a-z][a-z0-9-]*)$", "FARGATE, FARGATE_SPOT or a name of cluster.instances")]
    public IReadOnlyDictionary<string, CapacityProviderConfig> CapacityProviders { get; init; } = OnFargate;

    /// <summary>Network mode of the tasks.</summary>
    public NetworkMode NetworkMode { get; init; } = NetworkMode.Awsvpc;

    /// <summary>Overrides the entry point of the image.</summary>
    public IReadOnlyList<string> EntryPoint { get; init; } = [];

    /// <summary>Overrides the command of the image.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
    /// <summary>Overrides the user of the image: a name or an ID, optionally followed by a colon and a group. Sessions of <c>exec</c> run as root nevertheless.</summary>
    [Pattern("^[A-Za-z0-9_][A-Za-z0-9_.-]*(:[A-Za-z0-9_][A-Za-z0-9_.-]*)?$", "a user such as app, \"1000\" or \"1000:1000\"")]
    public string? User { get; init; }

    /// <summary>Overrides the working directory of the image.</summary>
    [Pattern("^/[^\\p{C}]*$", "an absolute path such as /app")]
    public string? WorkingDirectory { get; init; }

    /// <summary>Services that the tasks connect to: <c>admin</c> for its <c>containerPort</c>, <c>admin:9090</c> or <c>admin:9100-9155</c> for other ports; <c>service</c> is <c>app:service</c>. Security groups allow no other connections between services.</summary>
    [Unique]
    [Pattern("^[a-z][a-z0-9-]*(:[0-9]{1,5}(-[0-9]{1,5})?)?$", "the name of a service such as admin, or a service and a port such as admin:9090")]
    public IReadOnlyList<string> Calls { get; init; } = [];

    /// <inheritdoc cref="ContainerHealthCheckConfig"/>
    public ContainerHealthCheckConfig? ContainerHealthCheck { get; init; }

    /// <summary>Limits of the container within its task; a migration container gets the same limits.</summary>
    public ContainerLimitsConfig? ContainerLimits { get; init; }

    /// <summary>Restart a stopped container within its task instead of starting another task.</summary>
    public RestartPolicyConfig? RestartPolicy { get; init; }

    /// <summary>Seconds between SIGTERM and SIGKILL when a container stops.</summary>
    [Range(2, 120)]
    public int StopTimeoutSeconds { get; init; } = 30;

    /// <summary>Enable ECS Exec, which opens a shell in a task. Sessions are logged, for which the image needs <c>script</c> and <c>cat</c>, and kept for <c>cluster.execLogRetentionDays</c>.</summary>
    public bool Exec { get; init; }

    /// <summary>Make the root file system of the container read-only.</summary>
    public bool ReadonlyRootFilesystem { get; init; }

    /// <summary>Run an init process that forwards signals and reaps child processes.</summary>
    public bool InitProcess { get; init; } = true;

    /// <summary>Ephemeral storage in GiB; 20 GiB are free of charge and the default.</summary>
    [Range(21, 200)]
    public int? EphemeralStorageGiB { get; init; }

    /// <summary>TCP ports for outbound connections to the internet: the image registry, AWS and other APIs. <c>apt-get</c> in a shell also needs 80.</summary>
    [Unique]
    [Range(1, 65_535)]
    public IReadOnlyList<int> EgressPorts { get; init; } = [443];

    /// <summary>Retention of the log group in days.</summary>
    [LogRetention]
    public int LogRetentionDays { get; init; } = 30;

    public int EffectiveCpuUnits => CpuUnits ?? (MemoryMiB is { } memory && !RunsOnInstances ? FargateSize.SmallestCpuUnits(memory) : null) ?? 256;

    public int EffectiveMemoryMiB => MemoryMiB ?? (RunsOnInstances ? null : FargateSize.SmallestMemoryMiB(EffectiveCpuUnits)) ?? 512;

    /// <summary>Whether the stack file has <c>capacityProviders</c>, and can therefore change them.</summary>
    public bool ChoosesCapacity => !ReferenceEquals(CapacityProviders, OnFargate);

    /// <summary>Whether the tasks run on instances of the cluster.</summary>
    public bool RunsOnInstances => CapacityProviders.Keys.Any(name => !ClusterConfig.FargateProviders.Contains(name));

    /// <summary>The instances that the tasks can run on; none on Fargate.</summary>
    public IEnumerable<InstancesConfig> InstancesIn(ClusterConfig cluster) =>
        CapacityProviders.Keys.Select(name => cluster.Instances.GetValueOrDefault(name)).OfType<InstancesConfig>();

    /// <summary>The CPU architecture: from its key, or of its instances.</summary>
    public Architecture ArchitectureIn(ClusterConfig cluster) =>
        Architecture ?? InstancesIn(cluster).FirstOrDefault()?.EffectiveArchitecture ?? Clusters.Architecture.X8664;
}

/// <summary>Entry of the capacity provider strategy.</summary>
internal sealed record CapacityProviderConfig
{
    /// <summary>Relative share of the tasks after <c>base</c> is met.</summary>
    [Range(0, 1000)]
    public required int Weight { get; init; }

    /// <summary>Minimum number of tasks on this provider, before weights apply.</summary>
    [Range(0, 100_000)]
    public int Base { get; init; }
}

/// <summary>Network mode of a task.</summary>
internal enum NetworkMode
{
    /// <summary>each task has its own IP address and security group</summary>
    Awsvpc,

    /// <summary>tasks use the network and the ports of their instance; not on Fargate</summary>
    Host,
}

/// <summary>Command that must succeed before the application starts, such as a database migration.</summary>
internal sealed record MigrationConfig
{
    /// <summary>Command to run in the service's image, with its environment and secrets. Every new task runs it first, so it must be safe to repeat.</summary>
    [MinLength(1)]
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>Overrides the entry point of the image.</summary>
    public IReadOnlyList<string> EntryPoint { get; init; } = [];
}
