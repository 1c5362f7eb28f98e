using Pulumi;

namespace Infra.Monitoring;

internal sealed record AlarmsArgs
{
    public required StackContext Context { get; init; }

    public Notifications? Notifications { get; init; }

    /// <summary>The resources with alarms.</summary>
    public required IEnumerable<AlarmSubject> Subjects { get; init; }
}

/// <summary>Alarms on the parts that services share; each service creates its own.</summary>
internal sealed class Alarms : ComponentResource
{
    private const string Type = "infra:index:Alarms";

    public Alarms(string name, AlarmsArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        foreach (var subject in args.Subjects)
        {
            _ = new MetricAlarms(
                $"{name}-{subject.Name}",
                new MetricAlarmsArgs
                {
                    Context = args.Context,
                    TopicArn = args.Notifications?.TopicArn,
                    Alarms = subject.Alarms,
                    Dimensions = subject.Dimensions,
                },
                this.ChildComponent());
        }

        RegisterOutputs();
    }
}
