using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;

namespace Infra.Configuration;

/// <summary>The application: its container, how many run, and what it may do.</summary>
internal sealed record ServiceConfig
{
    private const string VariableName = "^[A-Za-z_][A-Za-z0-9_]*$";
    private const string VariableNameMeaning = "a variable name of letters, digits and underscores";

    /// <summary>The container image, with a tag or a digest. ECS resolves a tag once per deployment.</summary>
    public required string Image { get; init; }

    /// <summary>The port the application listens on.</summary>
    [Range(1, 65_535)]
    public required int ContainerPort { get; init; }

    /// <summary>CPU of a task: 256, 512, 1024, 2048, 4096, 8192, 16384 or 32768 units; 1024 are one vCPU.</summary>
    public required int CpuUnits { get; init; }

    /// <summary>Memory of a task in MiB: 512, 1024 or 2048 with 256 <c>cpuUnits</c>, and larger sizes with more.</summary>
    public required int MemoryMiB { get; init; }

    /// <summary>Processor of the tasks; Arm costs a fifth less and needs an image built for it.</summary>
    public Architecture Architecture { get; init; } = Architecture.X8664;

    /// <summary>How many tasks run.</summary>
    [Range(0, 5000)]
    public required int DesiredCount { get; init; }

    /// <summary>Where the tasks run. Public ones get a public address, which needs no NAT gateway; nobody but the load balancer reaches them either way.</summary>
    public required SubnetTier Subnets { get; init; }

    /// <summary>What the tasks run on: <c>FARGATE</c>, or <c>FARGATE_SPOT</c>, which is far cheaper and may stop a task at two minutes' notice.</summary>
    [MinLength(1)]
    [Keys("^(FARGATE|FARGATE_SPOT)$", "FARGATE or FARGATE_SPOT")]
    public IReadOnlyDictionary<string, CapacityProviderConfig> CapacityProviders { get; init; } =
        new Dictionary<string, CapacityProviderConfig> { ["FARGATE"] = new() { Weight = 1 } };

    /// <summary>Instead of the image's entry point.</summary>
    public IReadOnlyList<string> EntryPoint { get; init; } = [];

    /// <summary>Instead of the image's command.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>Environment variables. <c>${…}</c> names what the stack makes.</summary>
    [Keys(VariableName, VariableNameMeaning)]
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Environment variables whose value comes from a secret when a task starts. Each has exactly one source.</summary>
    [Keys(VariableName, VariableNameMeaning)]
    public IReadOnlyDictionary<string, SecretConfig> Secrets { get; init; } = new Dictionary<string, SecretConfig>();

    /// <summary>What the application may do in AWS, beyond its buckets.</summary>
    public IReadOnlyList<PermissionConfig> Permissions { get; init; } = [];

    /// <summary>How the load balancer asks whether a task is well.</summary>
    public HealthCheckConfig HealthCheck { get; init; } = new();

    /// <summary>How ECS asks the container itself.</summary>
    public ContainerHealthCheckConfig? ContainerHealthCheck { get; init; }

    /// <summary>Seconds for which a new task's health checks do not count.</summary>
    [Range(0, 2_147_483_647)]
    public int HealthCheckGracePeriodSeconds { get; init; } = 60;

    /// <summary>Seconds for which the load balancer lets open requests finish before a task stops.</summary>
    [Range(0, 3600)]
    public int DeregistrationDelaySeconds { get; init; } = 30;

    /// <summary>Seconds between asking a container to stop and killing it.</summary>
    [Range(2, 120)]
    public int StopTimeoutSeconds { get; init; } = 30;

    /// <summary>The share of tasks that keeps running during a deployment, in percent. 0 stops the old task first.</summary>
    [Range(0, 100)]
    public int MinimumHealthyPercent { get; init; } = 100;

    /// <summary>The share of tasks that may run during a deployment, in percent.</summary>
    [Range(100, 1000)]
    public int MaximumPercent { get; init; } = 200;

    /// <summary>Let a deployment wait until the new tasks serve. A failed one is rolled back either way.</summary>
    public bool WaitForSteadyState { get; init; } = true;

    /// <summary>Move tasks by themselves when zones are unevenly used.</summary>
    public bool ZoneRebalancing { get; init; } = true;

    /// <summary>Let operators open a shell in a task with ECS Exec.</summary>
    public bool Exec { get; init; }

    /// <summary>Forbid the container to write to its own file system.</summary>
    public bool ReadonlyRootFilesystem { get; init; }

    /// <summary>Run an init process that forwards signals and reaps children.</summary>
    public bool InitProcess { get; init; } = true;

    /// <summary>Scratch space in GiB; without it the 20 GiB that come free.</summary>
    [Range(21, 200)]
    public int? EphemeralStorageGiB { get; init; }

    /// <summary>TCP ports the tasks may reach on the internet: image registry, AWS and other APIs.</summary>
    [Unique]
    [Range(1, 65_535)]
    public IReadOnlyList<int> EgressPorts { get; init; } = [443];

    /// <summary>Days for which CloudWatch keeps the application's log.</summary>
    [LogRetention]
    public int LogRetentionDays { get; init; } = 30;
}
