using Pulumi;

namespace Infra.Components.Data;

/// <summary>The queue for what started no task: a message in it is a run that did not happen. It keeps them as long as SQS can.</summary>
internal sealed class DeadLetterQueue : ComponentResource
{
    private const string Type = "infra:index:DeadLetterQueue";
    private const int FourteenDays = 1_209_600;

    public DeadLetterQueue(string name, ComponentResourceOptions options)
        : base(Type, name, options)
    {
        var queue = new Sqs.Queue(
            name, new Sqs.QueueArgs { SqsManagedSseEnabled = true, MessageRetentionSeconds = FourteenDays }, this.Child());

        Arn = queue.Arn;
        Url = queue.Url;
        QueueName = queue.Name;
        RegisterOutputs();
    }

    [Output("arn")]
    public Output<string> Arn { get; }

    [Output("url")]
    public Output<string> Url { get; }

    /// <summary>What metrics call it.</summary>
    [Output("queueName")]
    public Output<string> QueueName { get; }
}
