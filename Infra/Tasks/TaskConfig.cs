using System.ComponentModel.DataAnnotations;
using Infra.Clusters;
using Infra.Configuration.Binding;
using Infra.Networking;

namespace Infra.Tasks;

/// <summary>What services and jobs have in common: a container, what it runs on, and what it may do.</summary>
internal record TaskConfig : TaskUses
{
    /// <summary>CPU of a task: 256, 512, 1024, 2048, 4096, 8192, 16384 or 32768 units; 1024 are one vCPU. On instances any number from 128.</summary>
    [DerivedDefault("`256`, or the least that goes with `memoryMiB`")]
    public int? CpuUnits { get; init; }

    /// <summary>Memory of a task in MiB: 512, 1024 or 2048 with 256 <c>cpuUnits</c>, and larger sizes with more. On instances any number from 128.</summary>
    [DerivedDefault("`512`, or the least that goes with `cpuUnits`")]
    public int? MemoryMiB { get; init; }

    /// <summary>Processor of the tasks; Arm costs a fifth less and needs an image built for it.</summary>
    [DerivedDefault("`x86_64`, or that of the instances")]
    public Architecture? Architecture { get; init; }

    /// <summary>Where the tasks run. Public ones get a public address, which needs no NAT gateway; nobody but the load balancer reaches them either way.</summary>
    public SubnetTier Subnets { get; init; } = SubnetTier.Public;

    /// <summary>What the tasks run on: <c>FARGATE</c>; <c>FARGATE_SPOT</c>, which is far cheaper and may stop a task at two minutes' notice; or one of <c>cluster.instances</c>.</summary>
    [MinLength(1)]
    [Keys("^(FARGATE|FARGATE_SPOT|[a-z][a-z0-9-]*)$", "FARGATE, FARGATE_SPOT or a name of cluster.instances")]
    public IReadOnlyDictionary<string, CapacityProviderConfig> CapacityProviders { get; init; } =
        new Dictionary<string, CapacityProviderConfig> { ["FARGATE"] = new() { Weight = 1 } };

    /// <summary>How tasks on instances are reached.</summary>
    public NetworkMode NetworkMode { get; init; } = NetworkMode.Awsvpc;

    /// <summary>Instead of the image's entry point.</summary>
    public IReadOnlyList<string> EntryPoint { get; init; } = [];

    /// <summary>Instead of the image's command.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    // Docker's own rule. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
    /// <summary>Instead of the image's user: a name or a number, with a group after a colon. Sessions of <c>exec</c> are those of root all the same.</summary>
    [Pattern("^[A-Za-z0-9_][A-Za-z0-9_.-]*(:[A-Za-z0-9_][A-Za-z0-9_.-]*)?$", "a user such as app, \"1000\" or \"1000:1000\"")]
    public string? User { get; init; }

    /// <summary>Instead of the image's working directory.</summary>
    [Pattern("^/[^\\p{C}]*$", "an absolute path such as /app")]
    public string? WorkingDirectory { get; init; }

    /// <summary>Services whose tasks this one connects to: <c>admin</c> on its <c>containerPort</c>, <c>admin:9090</c> or <c>admin:9100-9155</c> on other ports; <c>service</c> is <c>app:service</c>. Nothing else is open between services.</summary>
    [Unique]
    [Pattern("^[a-z][a-z0-9-]*(:[0-9]{1,5}(-[0-9]{1,5})?)?$", "the name of a service such as admin, with a port such as admin:9090 where it is not the containerPort")]
    public IReadOnlyList<string> Calls { get; init; } = [];

    /// <summary>How ECS asks the container itself.</summary>
    public ContainerHealthCheckConfig? ContainerHealthCheck { get; init; }

    /// <summary>Limits of the container within its task; a migration gets the same.</summary>
    public ContainerLimitsConfig? ContainerLimits { get; init; }

    /// <summary>Start a container that has ended again in its task, instead of starting another task.</summary>
    public RestartPolicyConfig? RestartPolicy { get; init; }

    /// <summary>Seconds between asking a container to stop and killing it.</summary>
    [Range(2, 120)]
    public int StopTimeoutSeconds { get; init; } = 30;

    /// <summary>Let operators open a shell in a task with ECS Exec. Sessions are logged, for <c>cluster.execLogRetentionDays</c>; the image needs <c>script</c> and <c>cat</c> for that.</summary>
    public bool Exec { get; init; }

    /// <summary>Forbid the container to write to its own file system.</summary>
    public bool ReadonlyRootFilesystem { get; init; }

    /// <summary>Run an init process that forwards signals and reaps children.</summary>
    public bool InitProcess { get; init; } = true;

    /// <summary>Scratch space in GiB; without it the 20 GiB that come free.</summary>
    [Range(21, 200)]
    public int? EphemeralStorageGiB { get; init; }

    /// <summary>TCP ports the tasks may reach on the internet: image registry, AWS and other APIs. <c>apt-get</c> in a shell needs 80 too.</summary>
    [Unique]
    [Range(1, 65_535)]
    public IReadOnlyList<int> EgressPorts { get; init; } = [443];

    /// <summary>Days for which CloudWatch keeps the application's log.</summary>
    [LogRetention]
    public int LogRetentionDays { get; init; } = 30;

    public int EffectiveCpuUnits => CpuUnits ?? (MemoryMiB is { } memory && !RunsOnInstances ? FargateSize.LeastCpuUnits(memory) : null) ?? 256;

    public int EffectiveMemoryMiB => MemoryMiB ?? (RunsOnInstances ? null : FargateSize.LeastMemoryMiB(EffectiveCpuUnits)) ?? 512;

    /// <summary>Whether the tasks run on EC2 instances of the cluster.</summary>
    public bool RunsOnInstances => CapacityProviders.Keys.Any(name => !ClusterConfig.FargateProviders.Contains(name));

    /// <summary>The instances the tasks may run on; none on Fargate.</summary>
    public IEnumerable<InstancesConfig> InstancesIn(ClusterConfig cluster) =>
        CapacityProviders.Keys.Select(name => cluster.Instances.GetValueOrDefault(name)).OfType<InstancesConfig>();

    /// <summary>The processor that a task runs on: its own key, or that of its instances.</summary>
    public Architecture ArchitectureIn(ClusterConfig cluster) =>
        Architecture ?? InstancesIn(cluster).FirstOrDefault()?.EffectiveArchitecture ?? Clusters.Architecture.X8664;
}

/// <summary>A capacity provider's part in running the tasks.</summary>
internal sealed record CapacityProviderConfig
{
    /// <summary>Share of the tasks beyond every <c>base</c>, relative to the other providers.</summary>
    [Range(0, 1000)]
    public required int Weight { get; init; }

    /// <summary>Tasks that run here before weights count.</summary>
    [Range(0, 100_000)]
    public int Base { get; init; }
}

/// <summary>The network of a task.</summary>
internal enum NetworkMode
{
    /// <summary>an address and a security group of its own</summary>
    Awsvpc,

    /// <summary>that of the instance it runs on, whose ports it takes; not on Fargate</summary>
    Host,
}

/// <summary>A command that must end well before a new version of the application starts, such as a database migration.</summary>
internal sealed record MigrationConfig
{
    /// <summary>What to run, in the service's image with its environment and secrets. Every new task runs it first, so it must do no harm when run again.</summary>
    [MinLength(1)]
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>Instead of the image's entry point.</summary>
    public IReadOnlyList<string> EntryPoint { get; init; } = [];
}
