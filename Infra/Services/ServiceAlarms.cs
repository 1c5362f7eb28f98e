using Infra.Monitoring;
using Pulumi;

namespace Infra.Services;

internal sealed record ServiceAlarmsArgs
{
    public required StackContext Context { get; init; }

    public required AlarmsConfig Thresholds { get; init; }

    public Notifications? Notifications { get; init; }

    public required Output<string> ClusterName { get; init; }

    /// <summary>The name of the service, which is created after its alarms because its deployments refer to them.</summary>
    public required Output<string> ServiceName { get; init; }

    /// <summary>The dimensions of its request metrics; null without a load balancer.</summary>
    public RequestMetrics? Requests { get; init; }
}

/// <summary>The alarms of a service: on its target groups and on its tasks.</summary>
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

    /// <summary>The names of the alarms that can roll a deployment back.</summary>
    public IReadOnlyList<Output<string>> DeploymentAlarmNames { get; } = [];
}
