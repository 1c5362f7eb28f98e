using Pulumi;

namespace Infra.Queueing;

/// <summary>The queues of the stack file.</summary>
internal sealed class Queues : ComponentResource
{
    private const string Type = "infra:index:Queues";

    private readonly StackContext _context;
    private readonly Dictionary<string, Queue> _queues;

    private Queues(string name, IReadOnlyDictionary<string, QueueConfig> config, StackContext context)
        : base(Type, name)
    {
        _context = context;
        _queues = config.ToDictionary(entry => entry.Key, entry => new Queue($"{name}-{entry.Key}", entry.Value, context, this.ChildComponent()));
        RegisterOutputs();
    }

    public IReadOnlyDictionary<string, Output<string>> Urls => Each(queue => queue.Url);

    public IReadOnlyDictionary<string, Output<string>> Arns => Each(queue => queue.Arn);

    /// <summary>The real names, for metrics.</summary>
    public IReadOnlyDictionary<string, Output<string>> QueueNames => Each(queue => queue.QueueName);

    /// <summary>The real names of the dead-letter queues by the names of the queues they belong to.</summary>
    public IReadOnlyDictionary<string, Output<string>> DeadLetterQueueNames => Each(queue => queue.DeadLetterQueueName);

    public static Queues? For(string name, IReadOnlyDictionary<string, QueueConfig> config, StackContext context) =>
        config.Count > 0 ? new Queues(name, config, context) : null;

    /// <summary>The URLs by the names of the configuration; empty without queues.</summary>
    public static Output<ImmutableDictionary<string, string>> UrlsOf(Queues? queues) =>
        OutputMaps.Join(queues?.Urls ?? new Dictionary<string, Output<string>>());

    /// <summary>What a task with this access needs, each statement limited to one queue.</summary>
    public IEnumerable<Output<PolicyStatement>> Permissions(IReadOnlyDictionary<string, QueueAccess> access) =>
        access.SelectMany(entry => PermissionsIn(_queues[entry.Key], entry.Value)).Concat(KeyPermissionsFor([.. access.Values]));

    private static IEnumerable<Output<PolicyStatement>> PermissionsIn(Queue queue, QueueAccess access)
    {
        if (access is QueueAccess.Send or QueueAccess.SendReceive)
        {
            yield return queue.Arn.Apply(QueuePolicies.Send);
        }

        if (access is QueueAccess.Receive or QueueAccess.SendReceive)
        {
            yield return queue.Arn.Apply(QueuePolicies.Receive);
        }
    }

    // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
    private IEnumerable<Output<PolicyStatement>> KeyPermissionsFor(IReadOnlyCollection<QueueAccess> access) =>
        _context.KmsKeyArn is not { } key || access.Count == 0 ? []
        : access.All(one => one == QueueAccess.Receive) ? [Output.Create(KeyPermissions.Read(key, _context.Region, "sqs"))]
        : [Output.Create(KeyPermissions.Write(key, _context.Region, "sqs"))];

    private Dictionary<string, Output<string>> Each(Func<Queue, Output<string>> output) =>
        _queues.ToDictionary(entry => entry.Key, entry => output(entry.Value));
}
