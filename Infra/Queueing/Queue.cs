using Pulumi;

namespace Infra.Queueing;

internal sealed record QueueArgs
{
    public required StackContext Context { get; init; }

    public required QueueConfig Config { get; init; }
}

/// <summary>A queue and its dead-letter queue, without which a message that cannot be processed would be received again and again.</summary>
internal sealed class Queue : ComponentResource
{
    private const string Type = "infra:index:Queue";
    private const int SecondsPerDay = 86_400;

    // Long polling for the maximum that SQS allows, because an empty response costs as much as any other.
    // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-short-and-long-polling.html
    private const int ReceiveWaitSeconds = 20;

    private readonly string _name;
    private readonly StackContext _context;

    public Queue(string name, QueueArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        (_name, _context) = (name, args.Context);
        var config = args.Config;
        // Names in the stack file have no underscores, so this one cannot clash.
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

    // The dead-letter queue of a FIFO queue must be a FIFO queue too.
    private Sqs.QueueArgs PlanQueue(QueueConfig config)
    {
        var queue = QueueEncryption.AddTo(new() { ReceiveWaitTimeSeconds = ReceiveWaitSeconds }, _context);
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
