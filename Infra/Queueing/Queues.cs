using Pulumi;

namespace Infra.Queueing;

internal sealed record QueuesArgs
{
    public required StackContext Context { get; init; }

    public required IReadOnlyDictionary<string, QueueConfig> Config { get; init; }
}

/// <summary>The SQS queues of the stack file, each with a dead-letter queue.</summary>
internal sealed class Queues : ComponentResource, IStackPart
{
    private const string Type = "infra:index:Queues";

    private readonly Dictionary<string, Queue> _queues;

    public Queues(string name, QueuesArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        _queues = args.Config.ToDictionary(
            entry => entry.Key,
            entry => new Queue($"{name}-{entry.Key}", new QueueArgs { Context = args.Context, Config = entry.Value }, this.ChildComponent()));
        RegisterOutputs();
    }

    public IReadOnlyDictionary<string, Output<string>> Urls => Outputs(queue => queue.Url);

    public IReadOnlyDictionary<string, Output<string>> QueueArns => Outputs(queue => queue.Arn);

    /// <summary>The SQS names of the queues by their names in the stack file.</summary>
    public IReadOnlyDictionary<string, Output<string>> QueueNames => Outputs(queue => queue.QueueName);

    public IReadOnlyDictionary<string, Output<string>> Placeholders =>
        _queues.ToDictionary(entry => QueuesDescription.Placeholder(entry.Key), entry => entry.Value.Url);

    public IReadOnlyDictionary<string, Output<string>> Arns =>
        _queues.ToDictionary(entry => QueuesDescription.Placeholder(entry.Key), entry => entry.Value.Arn);

    public IEnumerable<DashboardRow> DashboardRows =>
    [
        new DashboardRow(
            new DashboardGraph("Messages available", Lines("ApproximateNumberOfMessagesVisible")),
            new DashboardGraph("Messages in flight", Lines("ApproximateNumberOfMessagesNotVisible")),
            new DashboardGraph("Age of the oldest message, in seconds", Lines("ApproximateAgeOfOldestMessage"))),
    ];

    public IEnumerable<AlarmSubject> Alarms(AlarmsConfig thresholds) =>
        _queues.Select(entry => DeadLetterAlarms.Subject(thresholds, $"queue-{entry.Key}", entry.Value.DeadLetterQueueName));

    private DashboardLine[] Lines(string metric) =>
    [
        .. _queues.OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .SelectMany(entry => new[] { entry.Value.QueueName, entry.Value.DeadLetterQueueName })
            .Select(queueName => new DashboardLine("AWS/SQS", metric, "Maximum", queueName, ("QueueName", queueName))),
    ];

    private Dictionary<string, Output<string>> Outputs(Func<Queue, Output<string>> output) =>
        _queues.ToDictionary(entry => entry.Key, entry => output(entry.Value));
}
