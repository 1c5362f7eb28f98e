using Pulumi;

namespace Infra.Queueing;

internal sealed record QueueArgs
{
    public required StackContext Context { get; init; }

    public required QueueConfig Config { get; init; }
}

/// <summary>A queue, and one for the messages that were received too often: they would come back for ever, and hide that they fail.</summary>
internal sealed class Queue : ComponentResource
{
    private const string Type = "infra:index:Queue";
    private const int SecondsPerDay = 86_400;

    // Long polling, up to the most that SQS allows: an empty answer is paid like a full one.
    // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-short-and-long-polling.html
    private const int WaitSeconds = 20;

    private readonly string _name;
    private readonly StackContext _context;

    public Queue(string name, QueueArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        (_name, _context) = (name, args.Context);
        var config = args.Config;
        // No queue of the stack file can be called so.
        var deadLetters = CreateQueue($"{name}_dead", config.DeadLetterRetentionDays, PlanQueue(config));
        var queue = CreateQueue(name, config.RetentionDays, PlanSource(config, deadLetters));
        AllowRedrive(deadLetters, queue);

        Url = queue.Url;
        Arn = queue.Arn;
        QueueName = queue.Name;
        DeadLetterQueueName = deadLetters.Name;
        RegisterOutputs();
    }

    [Output("url")]
    public Output<string> Url { get; }

    [Output("arn")]
    public Output<string> Arn { get; }

    [Output("queueName")]
    public Output<string> QueueName { get; }

    [Output("deadLetterQueueName")]
    public Output<string> DeadLetterQueueName { get; }

    private Sqs.QueueArgs PlanSource(QueueConfig config, Sqs.Queue deadLetters)
    {
        var queue = PlanQueue(config);
        queue.VisibilityTimeoutSeconds = config.VisibilityTimeoutSeconds;
        queue.RedrivePolicy = deadLetters.Arn.Apply(arn => QueuePolicies.Redrive(arn, config.MaximumReceives));
        return queue;
    }

    // The dead letters of a FIFO queue need one, too.
    private Sqs.QueueArgs PlanQueue(QueueConfig config)
    {
        var queue = QueueEncryption.AddTo(new() { ReceiveWaitTimeSeconds = WaitSeconds }, _context);
        if (config.Fifo)
        {
            queue.FifoQueue = true;
        }

        return queue;
    }

    private Sqs.Queue CreateQueue(string name, int retentionDays, Sqs.QueueArgs args)
    {
        args.MessageRetentionSeconds = retentionDays * SecondsPerDay;
        var queue = new Sqs.Queue(name, args, this.Child());
        _ = new Sqs.QueuePolicy(
            name, new Sqs.QueuePolicyArgs { QueueUrl = queue.Url, Policy = queue.Arn.Apply(arn => QueuePolicies.Json(arn)) }, this.Child());
        return queue;
    }

    private void AllowRedrive(Sqs.Queue deadLetters, Sqs.Queue queue) => _ = new Sqs.RedriveAllowPolicy(
        _name,
        new Sqs.RedriveAllowPolicyArgs { QueueUrl = deadLetters.Url, RedriveAllowPolicyName = queue.Arn.Apply(QueuePolicies.AllowRedriveFrom) },
        this.Child());
}
