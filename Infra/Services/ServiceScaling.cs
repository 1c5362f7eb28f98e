using Infra.OffHours;
using Infra.Schedules;
using Pulumi;
using Tracking = Pulumi.Aws.AppAutoScaling.Inputs.PolicyTargetTrackingScalingPolicyConfigurationArgs;

namespace Infra.Services;

internal sealed record ServiceScalingArgs
{
    /// <summary>The scaling configuration; null with off-hours only.</summary>
    public ScalingConfig? Config { get; init; }

    /// <summary>The off-hours of the stack; null for none.</summary>
    public OffHoursConfig? OffHours { get; init; }

    /// <summary>The number of tasks outside of off-hours if there is no scaling; 0 keeps the service stopped.</summary>
    public required int DesiredCount { get; init; }

    public required Output<string> ClusterName { get; init; }

    /// <summary>The name as an output of the service, which must exist first.</summary>
    public required Output<string> ServiceName { get; init; }

    /// <summary>The dimensions of its request metrics; null without a load balancer.</summary>
    public RequestMetrics? Requests { get; init; }

    /// <summary>The physical names of the queues by their names in <c>app:queues</c>.</summary>
    public IReadOnlyDictionary<string, Output<string>> QueueNames { get; init; } = new Dictionary<string, Output<string>>();
}

/// <summary>
/// The scalable target of a service with its policies and scheduled actions. The service must ignore changes of its desired count.
/// </summary>
internal sealed class ServiceScaling : ComponentResource
{
    private const string Type = "infra:index:ServiceScaling";

    private readonly string _name;
    private readonly ServiceScalingArgs _args;

    public ServiceScaling(string name, ServiceScalingArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        (_name, _args) = (name, args);
        if (args.DesiredCount == 0)
        {
            HoldAtZero();
        }
        else
        {
            Scale(args.Config?.MinimumTasks ?? args.DesiredCount, args.Config?.MaximumTasks ?? args.DesiredCount);
        }

        RegisterOutputs();
    }

    // Without policies and schedules, which could raise it. Application Auto Scaling applies limits once, when they are set, so raising
    // them from zero starts the first tasks.
    // https://docs.aws.amazon.com/autoscaling/application/APIReference/API_ScalingActivity.html ("minimum capacity was set to …")
    private void HoldAtZero() => _ = CreateTarget(0, 0);

    private void Scale(int minimum, int maximum)
    {
        var target = CreateTarget(minimum, maximum);
        if (_args.Config is { } config)
        {
            TrackPredefinedMetrics(target, config);
            TrackMetrics(target, config);
            TrackBacklog(target, config);
            CreateSteps(target, config);
        }

        Schedule(target, [.. _args.Config?.PlanSchedules() ?? [], .. _args.OffHours?.Plan(minimum, maximum) ?? []]);
    }

    private AppAutoScaling.Target CreateTarget(int minimum, int maximum) => new(
        _name,
        new AppAutoScaling.TargetArgs
        {
            ServiceNamespace = "ecs",
            ScalableDimension = "ecs:service:DesiredCount",
            ResourceId = Output.Format($"service/{_args.ClusterName}/{_args.ServiceName}"),
            MinCapacity = minimum,
            MaxCapacity = maximum,
        },
        this.Child());

    // https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PredefinedMetricSpecification.html
    private void TrackPredefinedMetrics(AppAutoScaling.Target target, ScalingConfig config)
    {
        Track(target, "cpu", config.CpuPercent, Predefined("ECSServiceAverageCPUUtilization"));
        Track(target, "memory", config.MemoryPercent, Predefined("ECSServiceAverageMemoryUtilization"));
        if (_args.Requests is { } requests)
        {
            Track(target, "requests", config.RequestsPerTask, requests.Alternate is { } alternate
                ? tracking => tracking.CustomizedMetricSpecification = TrackedMetrics.PlanRequests(requests.LoadBalancer, requests.TargetGroup, alternate)
                : Predefined("ALBRequestCountPerTarget", requests.ResourceLabel));
        }
    }

    private static Action<Tracking> Predefined(string metric, Input<string>? label = null) => tracking =>
        tracking.PredefinedMetricSpecification = new AppAutoScaling.Inputs.PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs
        {
            PredefinedMetricType = metric,
            ResourceLabel = label,
        };

    private void Track(AppAutoScaling.Target target, string suffix, double? value, Action<Tracking> setMetric)
    {
        if (value is not null)
        {
            _ = new AppAutoScaling.Policy(
                $"{_name}-{suffix}", ScalingPolicies.PlanTargetTracking(target, _args.Config!, value.Value, setMetric), this.Child());
        }
    }

    private void TrackMetrics(AppAutoScaling.Target target, ScalingConfig config)
    {
        foreach (var (name, metric) in config.Metrics.OrderBy(metric => metric.Key, StringComparer.Ordinal))
        {
            Track(target, $"metric.{name}", metric.TargetValue, tracking => tracking.CustomizedMetricSpecification = TrackedMetrics.Plan(metric));
        }
    }

    private void TrackBacklog(AppAutoScaling.Target target, ScalingConfig config)
    {
        if (config.BacklogPerTask is { } backlog)
        {
            _ = new BacklogScaling(
                $"{_name}-backlog",
                new BacklogScalingArgs
                {
                    Config = config,
                    MessagesPerTask = backlog.MessagesPerTask,
                    Target = target,
                    QueueName = _args.QueueNames[backlog.Queue],
                    ClusterName = _args.ClusterName,
                    ServiceName = _args.ServiceName,
                },
                this.ChildComponent());
        }
    }

    private void CreateSteps(AppAutoScaling.Target target, ScalingConfig config)
    {
        foreach (var (name, step) in config.Steps.OrderBy(step => step.Key, StringComparer.Ordinal))
        {
            _ = new StepScaling(
                $"{_name}.{name}",
                new StepScalingArgs
                {
                    Config = step,
                    Target = target,
                    QueueName = step.Queue is null ? null : _args.QueueNames[step.Queue],
                    ClusterName = _args.ClusterName,
                    ServiceName = _args.ServiceName,
                    ScaleOutCooldownSeconds = config.ScaleOutCooldownSeconds,
                    ScaleInCooldownSeconds = config.ScaleInCooldownSeconds,
                },
                this.ChildComponent());
        }
    }

    // One after another, because Application Auto Scaling rejects concurrent changes of a target.
    private void Schedule(AppAutoScaling.Target target, IEnumerable<ScheduledCapacity> schedules)
    {
        AppAutoScaling.ScheduledAction? previous = null;
        foreach (var schedule in schedules)
        {
            var options = this.Child();
            options.DependsOn = previous is null ? [] : [previous];
            previous = new AppAutoScaling.ScheduledAction($"{_name}-{schedule.Name}", PlanAction(target, schedule), options);
        }
    }

    private static AppAutoScaling.ScheduledActionArgs PlanAction(AppAutoScaling.Target target, ScheduledCapacity schedule) => new()
    {
        ServiceNamespace = target.ServiceNamespace,
        ScalableDimension = target.ScalableDimension,
        ResourceId = target.ResourceId,
        Schedule = schedule.Expression,
        Timezone = schedule.TimeZone,
        ScalableTargetAction = new AppAutoScaling.Inputs.ScheduledActionScalableTargetActionArgs
        {
            MinCapacity = schedule.Minimum,
            MaxCapacity = schedule.Maximum,
        },
    };
}
