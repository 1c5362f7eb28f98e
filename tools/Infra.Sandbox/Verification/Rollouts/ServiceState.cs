using System.Collections.Immutable;

namespace Infra.Sandbox.Verification.Rollouts;

/// <summary>A service as ECS and Elastic Load Balancing describe it at one moment.</summary>
internal sealed record ServiceState
{
    /// <summary><c>ACTIVE</c>, <c>DRAINING</c> or <c>INACTIVE</c>; empty if it does not exist.</summary>
    public string Status { get; init; } = "";

    public int DesiredCount { get; init; }

    public ImmutableArray<Deployment> Deployments { get; init; } = [];

    /// <summary>The latest service deployment; null if the API does not say.</summary>
    public ServiceDeployment? Latest { get; init; }

    /// <summary>The events, latest first.</summary>
    public ImmutableArray<ServiceEvent> Events { get; init; } = [];

    public ImmutableArray<TaskState> Tasks { get; init; } = [];

    /// <summary>The targets by the ARN of their target group.</summary>
    public ImmutableDictionary<string, ImmutableArray<TargetState>> Targets { get; init; } = ImmutableDictionary<string, ImmutableArray<TargetState>>.Empty;

    public Deployment? Primary => Deployments.FirstOrDefault(deployment => deployment.Status == "PRIMARY");

    /// <summary>The running tasks of a revision that no health check calls unhealthy.</summary>
    public IEnumerable<TaskState> Running(string taskDefinition) => Tasks.Where(task =>
        task is { LastStatus: "RUNNING", DesiredStatus: "RUNNING", HealthStatus: not "UNHEALTHY" } && task.TaskDefinition == taskDefinition);
}

/// <summary>A deployment in the answer of <c>describe-services</c>.
/// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Deployment.html</summary>
internal sealed record Deployment
{
    public required string Id { get; init; }

    /// <summary><c>PRIMARY</c>, <c>ACTIVE</c> or <c>INACTIVE</c>.</summary>
    public required string Status { get; init; }

    public required string TaskDefinition { get; init; }

    /// <summary><c>COMPLETED</c>, <c>IN_PROGRESS</c> or <c>FAILED</c>.</summary>
    public required string RolloutState { get; init; }

    public string RolloutStateReason { get; init; } = "";

    public int FailedTasks { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }
}

/// <summary>A service deployment.
/// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceDeployment.html</summary>
internal sealed record ServiceDeployment
{
    public required string Status { get; init; }

    public string Reason { get; init; } = "";

    public string RollbackReason { get; init; } = "";

    /// <summary>The alarms that fired.</summary>
    public ImmutableArray<string> Alarms { get; init; } = [];

    public bool HasTrippedCircuitBreaker { get; init; }

    public bool IsRolledBack => Status.StartsWith("ROLLBACK_", StringComparison.Ordinal);

    public bool IsStopped => Status is "STOPPED" or "STOP_REQUESTED";

    public bool IsInProgress => Status is "PENDING" or "IN_PROGRESS";
}

internal sealed record ServiceEvent(string Message, DateTimeOffset? CreatedAt);

internal sealed record TaskState
{
    public required string Arn { get; init; }

    public required string TaskDefinition { get; init; }

    public required string LastStatus { get; init; }

    public required string DesiredStatus { get; init; }

    public string HealthStatus { get; init; } = "UNKNOWN";

    public string StopCode { get; init; } = "";

    public string StoppedReason { get; init; } = "";

    /// <summary>The private IP address; empty without a network interface.</summary>
    public string Address { get; init; } = "";

    public ImmutableArray<ContainerState> Containers { get; init; } = [];

    public string Id => Arn[(Arn.LastIndexOf('/') + 1)..];
}

internal sealed record ContainerState(string Name, int? ExitCode, string Reason);

/// <summary>A target of a load balancer.
/// https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetHealth.html</summary>
internal sealed record TargetState(string Id, string State, string Reason, string Description);
