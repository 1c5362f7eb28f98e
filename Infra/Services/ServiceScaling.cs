using Infra.OffHours;
using Infra.Schedules;
using Pulumi;
using Tracking = Pulumi.Aws.AppAutoScaling.Inputs.PolicyTargetTrackingScalingPolicyConfigurationArgs;

namespace Infra.Services;

internal sealed record ServiceScalingArgs
{
    /// <summary>How the number of tasks follows the load; none leaves it alone.</summary>
    public ScalingConfig? Config { get; init; }

    /// <summary>When everything stops; never without it.</summary>
    public OffHoursConfig? OffHours { get; init; }

    /// <summary>The number of tasks by day where nothing else sets limits; 0 for none at all until it is raised.</summary>
    public required int DesiredCount { get; init; }

    public required Output<string> ClusterName { get; init; }

    /// <summary>From the service itself, for what scales must exist and its target group must be in use.</summary>
    public required Output<string> ServiceName { get; init; }

    /// <summary>What its requests are counted by; none without a load balancer.</summary>
    public RequestMetrics? Requests { get; init; }

    /// <summary>Real names of queues by the names of the configuration.</summary>
    public IReadOnlyDictionary<string, Output<string>> QueueNames { get; init; } = new Dictionary<string, Output<string>>();
}

/// <summary>
/// Limits for the number of a service's tasks, and what moves it between them: measures, steps and the clock. Whoever changes the
/// service must leave its desired count alone.
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

    // No policy and no schedule, for each could raise it. Application Auto Scaling moves a service into its limits at the moment they
    // are set, and not again before an alarm or a schedule: limits that rise from zero start the first tasks by themselves.
    // https://docs.aws.amazon.com/autoscaling/application/APIReference/API_ScalingActivity.html ("minimum capacity was set to …")
    private void HoldAtZero() => _ = CreateTarget(0, 0);

    private void Scale(int minimum, int maximum)
    {
        var target = CreateTarget(minimum, maximum);
        if (_args.Config is { } config)
        {
            TrackMeasures(target, config);
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
    private void TrackMeasures(AppAutoScaling.Target target, ScalingConfig config)
    {
        Track(target, "cpu", config.CpuPercent, Predefined("ECSServiceAverageCPUUtilization"));
        Track(target, "memory", config.MemoryPercent, Predefined("ECSServiceAverageMemoryUtilization"));
        if (_args.Requests is { } requests)
        {
            Track(target, "requests", config.RequestsPerTask, requests.Alternate is { } alternate
                ? tracking => tracking.CustomizedMetricSpecification = TrackedMetrics.Requests(requests.LoadBalancer, requests.TargetGroup, alternate)
                : Predefined("ALBRequestCountPerTarget", requests.Label));
        }
    }

    private static Action<Tracking> Predefined(string metric, Input<string>? label = null) => tracking =>
        tracking.PredefinedMetricSpecification = new AppAutoScaling.Inputs.PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs
        {
            PredefinedMetricType = metric,
            ResourceLabel = label,
        };

    private void Track(AppAutoScaling.Target target, string measure, double? value, Action<Tracking> setMetric)
    {
        if (value is not null)
        {
            _ = new AppAutoScaling.Policy(
                $"{_name}-{measure}", ScalingPolicies.TargetTracking(target, _args.Config!, value.Value, setMetric), this.Child());
        }
    }

    private void TrackMetrics(AppAutoScaling.Target target, ScalingConfig config)
    {
        foreach (var (name, metric) in config.Metrics.OrderBy(metric => metric.Key, StringComparer.Ordinal))
        {
            Track(target, $"metric.{name}", metric.TargetValue, tracking => tracking.CustomizedMetricSpecification = TrackedMetrics.Of(metric));
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

    // One after another: Application Auto Scaling refuses a change of a target while it makes another.
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
