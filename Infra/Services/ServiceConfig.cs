using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Infra.Configuration.Binding;
using Infra.Tasks;

namespace Infra.Services;

/// <summary>The application: its container, how many run, and what it may do.</summary>
internal sealed record ServiceConfig : TaskConfig
{
    /// <summary>The container image, with a tag or a digest. ECS resolves a tag once per deployment.</summary>
    public required string Image { get; init; }

    /// <summary>Who decides what runs.</summary>
    public RevisionOwner RevisionOwner { get; init; } = RevisionOwner.Stack;

    /// <summary>The port the application listens on for HTTP; without it the load balancer does not know the service.</summary>
    [Range(1, 65_535)]
    public int? ContainerPort { get; init; }

    /// <inheritdoc cref="RoutingConfig"/>
    public RoutingConfig? Routing { get; init; }

    /// <summary>More ports, reached through a network load balancer.</summary>
    public IReadOnlyList<TcpPortConfig> TcpPorts { get; init; } = [];

    /// <summary>TCP ports, or ranges such as <c>9100-9155</c>, on which the tasks of this service reach each other.</summary>
    [Unique]
    [Pattern("^[0-9]{1,5}(-[0-9]{1,5})?$", "a port such as 4369, or a range such as 9100-9155")]
    public IReadOnlyList<string> PeerPorts { get; init; } = [];

    /// <summary>Let the tasks ask ECS for the other tasks of the cluster, to find those of their kind.</summary>
    public bool PeerDiscovery { get; init; }

    /// <summary>How many tasks run. 0 means none, whatever <c>scaling</c> and <c>app:offHours</c> say, until it is raised or taken out: it brings everything else up first, while there is no image yet. With <c>scaling</c> the service then starts with <c>minimumTasks</c>.</summary>
    [Range(0, 5000)]
    [DerivedDefault("`1`, or `scaling.minimumTasks` where that is more")]
    public int? DesiredCount { get; init; }

    /// <inheritdoc cref="ScalingConfig"/>
    public ScalingConfig? Scaling { get; init; }

    /// <summary>A name in <c>cluster.namespace</c> under which other tasks find those of this service; <c>${discovery.‹name›}</c> is the whole name. Tasks that connect to them say so in <c>calls</c>.</summary>
    [Pattern("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", "one label of a domain name, such as api")]
    public string? DiscoveryName { get; init; }

    /// <inheritdoc cref="MigrationConfig"/>
    public MigrationConfig? Migration { get; init; }

    /// <summary>How the load balancer asks whether a task is well.</summary>
    public HealthCheckConfig HealthCheck { get; init; } = new();

    /// <summary>Seconds for which a new task's health checks do not count.</summary>
    [Range(0, 2_147_483_647)]
    public int HealthCheckGracePeriodSeconds { get; init; } = 60;

    /// <summary>Seconds for which the load balancer lets open requests finish before a task stops.</summary>
    [Range(0, 3600)]
    public int DeregistrationDelaySeconds { get; init; } = 30;

    /// <summary>The share of tasks that keeps running during a deployment, in percent. 0 stops the old task first.</summary>
    [Range(0, 100)]
    [DerivedDefault("`100`, or less where `maximumPercent` leaves no room for one task more")]
    public int? MinimumHealthyPercent { get; init; }

    /// <summary>The share of tasks that may run during a deployment, in percent.</summary>
    [Range(100, 1000)]
    public int MaximumPercent { get; init; } = 200;

    /// <inheritdoc cref="DeploymentConfig"/>
    public DeploymentConfig Deployment { get; init; } = new();

    /// <summary>Let a deployment wait until the new tasks serve. A failed one is rolled back either way.</summary>
    public bool WaitForSteadyState { get; init; } = true;

    /// <summary>Move tasks by themselves when zones are unevenly used.</summary>
    [DerivedDefault("`true`, or `false` where `maximumPercent` is 100")]
    public bool? ZoneRebalancing { get; init; }

    /// <summary>Whether no task shall run until the operator says otherwise.</summary>
    public bool IsHeldAtZero => DesiredCount == 0;

    public int EffectiveDesiredCount => DesiredCount ?? Math.Max(1, Scaling?.MinimumTasks ?? 1);

    // Without a word on it no task is stopped before its successor runs, if that is possible at all.
    public int EffectiveMinimumHealthyPercent =>
        MinimumHealthyPercent ?? (MayRun > FirstTasks ? 100 : (FirstTasks - 1) * 100 / FirstTasks);

    public bool EffectiveZoneRebalancing => ZoneRebalancing ?? MaximumPercent > 100;

    /// <summary>Tasks that a deployment keeps running. ECS rounds them up.
    /// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html</summary>
    public int MustRun => MustRunOf(FirstTasks);

    /// <summary>Tasks that may run during a deployment. ECS rounds them down.</summary>
    public int MayRun => FirstTasks * MaximumPercent / 100;

    /// <summary>The most tasks there ever are outside deployments.</summary>
    public int MostTasks => Math.Max(1, Scaling?.MaximumTasks ?? EffectiveDesiredCount);

    // What is held at zero is judged by what it will be.
    private int FirstTasks => Math.Max(1, IsHeldAtZero ? Scaling?.MinimumTasks ?? 1 : EffectiveDesiredCount);

    /// <summary>Of so many tasks, those that a deployment keeps running.</summary>
    public int MustRunOf(int tasks) => ((tasks * EffectiveMinimumHealthyPercent) + 99) / 100;

    public DeploymentTime PlanDeployment() => new()
    {
        Tasks = MostTasks,
        Room = Deployment.ShiftsTraffic ? MostTasks : (MostTasks * MaximumPercent / 100) - MustRunOf(MostTasks),
        DrainSeconds = Ports.Count > 0 ? DeregistrationDelaySeconds : 0,
        ShiftMinutes = Deployment.TotalStepMinutes + Deployment.EffectiveBakeMinutes,
    };

    /// <summary>The ports on which load balancers reach the container.</summary>
    [JsonIgnore]
    public IReadOnlyList<int> Ports => [.. ContainerPort is { } port ? [port] : (int[])[], .. TcpPorts.Select(tcp => tcp.Port)];
}

/// <summary>Who decides which revision of the task definition a service runs.</summary>
internal enum RevisionOwner
{
    /// <summary>the stack file: each deployment runs what it says</summary>
    Stack,

    /// <summary>a pipeline of its own, which registers revisions and updates the service; a deployment of the stack keeps what runs</summary>
    Pipeline,
}

/// <summary>A port of the service that is reached through a network load balancer, as it is: no HTTP, no sign-in.</summary>
internal sealed record TcpPortConfig
{
    /// <summary>The port, of the container and of the load balancer.</summary>
    [Range(1, 65_535)]
    public required int Port { get; init; }

    /// <summary>The only address ranges that may connect. Empty means nobody; the port is never open to the world by itself.</summary>
    [Unique]
    public IReadOnlyList<string> AllowedCidrs { get; init; } = [];
}
