using Infra.LoadBalancing;
using Pulumi;

namespace Infra.Monitoring;

internal sealed record AlarmsArgs
{
    public required StackContext Context { get; init; }

    public Notifications? Notifications { get; init; }

    /// <summary>The end of the load balancer's ARN.</summary>
    public Output<string>? LoadBalancer { get; init; }

    public Output<string>? DatabaseIdentifier { get; init; }

    /// <summary>The names of the dead-letter queues, by whose they are: <c>queue-‹name›</c>, or the job and what starts it.</summary>
    public IReadOnlyDictionary<string, Output<string>> DeadLetterQueues { get; init; } = new Dictionary<string, Output<string>>();
}

/// <summary>The alarms of what services share; each service has <see cref="ServiceAlarms"/> of its own.</summary>
internal sealed class Alarms : ComponentResource
{
    private const string Type = "infra:index:Alarms";

    private readonly string _name;
    private readonly AlarmsArgs _args;

    private Alarms(string name, AlarmsConfig config, AlarmsArgs args)
        : base(Type, name)
    {
        (_name, _args) = (name, args);
        var plan = config.Plan();
        if (args.LoadBalancer is { } loadBalancer)
        {
            CreateFor("lb", plan.LoadBalancer, MetricDimensions.OfLoadBalancer(loadBalancer));
        }

        if (args.DatabaseIdentifier is { } database)
        {
            CreateFor("database", plan.Database, MetricDimensions.OfDatabase(database));
        }

        foreach (var (owner, deadLetters) in args.DeadLetterQueues)
        {
            CreateFor(owner, plan.DeadLetters, MetricDimensions.OfQueue(deadLetters));
        }

        RegisterOutputs();
    }

    public static Alarms? For(string name, AlarmsConfig? config, AlarmsArgs args) => config is null ? null : new Alarms(name, config, args);

    private void CreateFor(string suffix, IReadOnlyList<AlarmSpec> alarms, IReadOnlyDictionary<string, Output<string>> dimensions) =>
        _ = new MetricAlarms(
            $"{_name}-{suffix}",
            new MetricAlarmsArgs
            {
                Context = _args.Context,
                TopicArn = _args.Notifications?.TopicArn,
                Alarms = alarms,
                Dimensions = dimensions,
            },
            this.ChildComponent());
}
