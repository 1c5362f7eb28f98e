using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Infra.Configuration.Binding;
using Infra.Networking;
using Infra.Tasks;

namespace Infra.Services;

/// <summary>ECS service: the container, the number of tasks and their permissions.</summary>
internal sealed record ServiceConfig : TaskConfig
{
    /// <summary>Container image, with a tag or a digest. ECS resolves a tag once per deployment.</summary>
    [Shape(null, "nginx:1.29")]
    public required string Image { get; init; }

    /// <summary>Owner of the revision that runs.</summary>
    public RevisionOwner RevisionOwner { get; init; } = RevisionOwner.Stack;

    /// <summary>HTTP port of the application. Without it the service has no target group of the Application Load Balancer. With <c>waitForSteadyState: false</c> a change cuts off the running tasks until their replacements are healthy.</summary>
    [Range(1, 65_535)]
    public int? ContainerPort { get; init; }

    /// <inheritdoc cref="RoutingConfig"/>
    public RoutingConfig? Routing { get; init; }

    /// <summary>TCP ports reached through a Network Load Balancer.</summary>
    public IReadOnlyList<TcpPortConfig> TcpPorts { get; init; } = [];

    /// <summary>TCP ports, or ranges such as <c>9100-9155</c>, for connections between tasks of this service.</summary>
    [Unique]
    [Pattern("^[0-9]{1,5}(-[0-9]{1,5})?$", "a port such as 4369, or a range such as 9100-9155")]
    public IReadOnlyList<string> PeerPorts { get; init; } = [];

    /// <summary>Allow the tasks to list the tasks of the cluster in ECS, to find those of the same service.</summary>
    public bool PeerDiscovery { get; init; }

    /// <summary>Number of tasks. 0 keeps the service stopped despite <c>scaling</c> and <c>app:offHours</c>, to create everything else before the first image exists; once it is raised or removed, <c>scaling</c> starts with <c>minimumTasks</c>.</summary>
    [Range(0, 5000)]
    [DerivedDefault("`1`, or `scaling.minimumTasks` if that is more")]
    public int? DesiredCount { get; init; }

    /// <inheritdoc cref="ScalingConfig"/>
    public ScalingConfig? Scaling { get; init; }

    /// <summary>DNS name of the tasks in <c>cluster.namespace</c>; <c>${discovery.‹name›}</c> is the full name. Tasks that connect to it list the service in <c>calls</c>.</summary>
    [Pattern("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", "one label of a domain name, such as api")]
    public string? DiscoveryName { get; init; }

    /// <inheritdoc cref="MigrationConfig"/>
    public MigrationConfig? Migration { get; init; }

    /// <inheritdoc cref="HealthCheckConfig"/>
    public HealthCheckConfig HealthCheck { get; init; } = new();

    /// <summary>Seconds after the start of a task in which failed health checks are ignored.</summary>
    [Range(0, 2_147_483_647)]
    public int HealthCheckGracePeriodSeconds { get; init; } = 60;

    /// <summary>Seconds that the load balancer waits for open requests before a task stops.</summary>
    [Range(0, 3600)]
    public int DeregistrationDelaySeconds { get; init; } = 30;

    /// <summary>Percentage of tasks that must stay healthy during a deployment. 0 allows stopping old tasks first.</summary>
    [Range(0, 100)]
    [DerivedDefault("`100`, or less if `maximumPercent` leaves no room for another task")]
    public int? MinimumHealthyPercent { get; init; }

    /// <summary>Percentage of tasks that may run during a deployment, old and new.</summary>
    [Range(100, 1000)]
    public int MaximumPercent { get; init; } = 200;

    /// <inheritdoc cref="DeploymentConfig"/>
    public DeploymentConfig Deployment { get; init; } = new();

    /// <summary>Wait until the deployment is complete, before anything that the old tasks still use is deleted. A failed deployment is rolled back either way.</summary>
    public bool WaitForSteadyState { get; init; } = true;

    /// <summary>Rebalance tasks across Availability Zones.</summary>
    [DerivedDefault("`true`, or `false` if `maximumPercent` is 100")]
    public bool? ZoneRebalancing { get; init; }

    /// <summary>Whether the operator keeps the service stopped.</summary>
    public bool IsHeldAtZero => DesiredCount == 0;

    public int EffectiveDesiredCount => DesiredCount ?? Math.Max(1, Scaling?.MinimumTasks ?? 1);

    // By default no task stops before its replacement runs, if maximumPercent allows that.
    public int EffectiveMinimumHealthyPercent =>
        MinimumHealthyPercent ?? (MayRun > InitialTasks ? 100 : (InitialTasks - 1) * 100 / InitialTasks);

    public bool EffectiveZoneRebalancing => ZoneRebalancing ?? MaximumPercent > 100;

    /// <summary>The tasks that must keep running during a deployment; ECS rounds up.
    /// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html</summary>
    public int MustRun => MustRunOf(InitialTasks);

    /// <summary>The tasks that may run during a deployment; ECS rounds down.</summary>
    public int MayRun => InitialTasks * MaximumPercent / 100;

    /// <summary>The highest number of tasks outside of deployments.</summary>
    public int MaximumTasks => Math.Max(1, Scaling?.MaximumTasks ?? EffectiveDesiredCount);

    /// <summary>The numbers of tasks that ECS may be asked for. Scaling sets them within its limits, and schedules also outside of these.</summary>
    public (int Minimum, int Maximum) PlanTaskRange(bool hasOffHours)
    {
        if (IsHeldAtZero || (Scaling is null && !hasOffHours))
        {
            return (EffectiveDesiredCount, EffectiveDesiredCount);
        }

        var schedules = Scaling?.Schedules.Values ?? [];
        var minimum = hasOffHours ? 0 : schedules.Select(schedule => schedule.MinimumTasks).Prepend(Scaling!.MinimumTasks).Min();
        return (minimum, schedules.Select(schedule => schedule.MaximumTasks).Prepend(MaximumTasks).Max());
    }

    // A stopped service counts with the number of tasks it will start with.
    private int InitialTasks => Math.Max(1, IsHeldAtZero ? Scaling?.MinimumTasks ?? 1 : EffectiveDesiredCount);

    /// <summary>The highest number of tasks at a time during a deployment.</summary>
    public int TasksDuringDeployment(int tasks) => Deployment.ShiftsTraffic ? 2 * tasks : Math.Max(tasks, MustRunOf(tasks) + 1);

    private int MustRunOf(int tasks) => ((tasks * EffectiveMinimumHealthyPercent) + 99) / 100;

    public DeploymentTime PlanDeployment() => new()
    {
        Tasks = MaximumTasks,
        Room = Deployment.ShiftsTraffic ? MaximumTasks : (MaximumTasks * MaximumPercent / 100) - MustRunOf(MaximumTasks),
        DrainSeconds = Ports.Count > 0 ? DeregistrationDelaySeconds : 0,
        ShiftMinutes = Deployment.TotalStepMinutes + Deployment.EffectiveBakeMinutes,
    };

    /// <summary>The type of its target groups: with <c>networkMode: host</c> the tasks have no IP addresses, only their instances.</summary>
    [JsonIgnore]
    public string TargetType => NetworkMode == NetworkMode.Host ? "instance" : "ip";

    /// <summary>The container ports of the target groups.</summary>
    [JsonIgnore]
    public IReadOnlyList<int> Ports => [.. ContainerPort is { } port ? [port] : (int[])[], .. TcpPorts.Select(tcp => tcp.Port)];
}

/// <summary>Owner of the task definition revision that a service runs.</summary>
internal enum RevisionOwner
{
    /// <summary>the stack: each deployment runs the image of the stack file</summary>
    Stack,

    /// <summary>a pipeline that registers revisions and updates the service; deployments of the stack keep the running revision</summary>
    Pipeline,
}

/// <summary>TCP port reached through the Network Load Balancer, without sign-in.</summary>
internal sealed record TcpPortConfig
{
    /// <summary>Port of the container and of the listener.</summary>
    [Range(1, 65_535)]
    public required int Port { get; init; }

    /// <summary>CIDR blocks that may connect. Empty allows none.</summary>
    [Unique]
    [Shape(Ipv4Cidr.AnyShape, "203.0.113.0/24")]
    public IReadOnlyList<string> AllowedCidrs { get; init; } = [];
}
