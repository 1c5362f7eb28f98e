using Infra.Monitoring;
using Pulumi;

namespace Infra.Services;

internal sealed record ServiceAlarmsArgs
{
    public required StackContext Context { get; init; }

    public required AlarmsConfig Thresholds { get; init; }

    public Notifications? Notifications { get; init; }

    public required Output<string> ClusterName { get; init; }

    /// <summary>The name of the service, which need not exist yet: its deployments may wait for these alarms.</summary>
    public required Output<string> ServiceName { get; init; }

    /// <summary>What users' requests are counted by; none without a load balancer.</summary>
    public RequestMetrics? Requests { get; init; }
}

/// <summary>The alarms of one service: what its users get, and what its tasks use.</summary>
internal sealed class ServiceAlarms : ComponentResource
{
    private const string Type = "infra:index:ServiceAlarms";

    public ServiceAlarms(string name, ServiceAlarmsArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        if (args.Requests is { } requests)
        {
            DeploymentAlarmNames =
            [
                .. requests.TargetGroups.SelectMany(targetGroup => new MetricAlarms(
                    $"{name}-requests{targetGroup.Key}",
                    new MetricAlarmsArgs
                    {
                        Context = args.Context,
                        TopicArn = args.Notifications?.TopicArn,
                        Alarms = ServiceAlarmPlan.TargetGroup(args.Thresholds),
                        Dimensions = RequestMetrics.Dimensions(requests.LoadBalancer, targetGroup.Value),
                    },
                    this.ChildComponent()).DeploymentAlarmNames),
            ];
        }

        _ = new MetricAlarms(
            $"{name}-tasks",
            new MetricAlarmsArgs
            {
                Context = args.Context,
                TopicArn = args.Notifications?.TopicArn,
                Alarms = ServiceAlarmPlan.Tasks(args.Thresholds),
                Dimensions = ServiceMetrics.Dimensions(args.ClusterName, args.ServiceName),
            },
            this.ChildComponent());
        RegisterOutputs();
    }

    /// <summary>The names of the alarms for which a deployment may be rolled back.</summary>
    public IReadOnlyList<Output<string>> DeploymentAlarmNames { get; } = [];
}
