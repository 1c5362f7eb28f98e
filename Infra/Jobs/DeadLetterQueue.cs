using Infra.Queueing;
using Pulumi;

namespace Infra.Jobs;

internal sealed record DeadLetterQueueArgs
{
    public required StackContext Context { get; init; }

    /// <summary>The EventBridge rule that may send to the queue; null if the sender uses a role instead.</summary>
    public Output<string>? RuleArn { get; init; }
}

/// <summary>
/// The queue for runs of a job that could not be started, with the longest retention that SQS allows. Senders depend on the component,
/// because it includes the queue policy.
/// </summary>
internal sealed class DeadLetterQueue : ComponentResource
{
    private const string Type = "infra:index:DeadLetterQueue";
    private const int FourteenDays = 1_209_600;

    public DeadLetterQueue(string name, DeadLetterQueueArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        var queue = new Sqs.Queue(name, QueueEncryption.AddTo(new() { MessageRetentionSeconds = FourteenDays }, args.Context), this.Child());
        _ = new Sqs.QueuePolicy(name, new Sqs.QueuePolicyArgs { QueueUrl = queue.Url, Policy = PlanPolicy(queue.Arn, args.RuleArn) }, this.Child());

        Arn = queue.Arn;
        Url = queue.Url;
        QueueName = queue.Name;
        RegisterOutputs();
    }

    [Output("arn")]
    public Output<string> Arn { get; }

    [Output("url")]
    public Output<string> Url { get; }

    [Output("queueName")]
    public Output<string> QueueName { get; }

    private static Output<string> PlanPolicy(Output<string> queueArn, Output<string>? ruleArn) => ruleArn is null
        ? queueArn.Apply(arn => QueuePolicies.Json(arn))
        : Output.Tuple(queueArn, ruleArn).Apply(known => QueuePolicies.Json(known.Item1, DeadLetterPermissions.SendFromRule(known.Item1, known.Item2)));
}

/// <summary>Permissions to send to a dead-letter queue.</summary>
internal static class DeadLetterPermissions
{
    /// <summary>The statement for a role.</summary>
    public static PolicyStatement Send(string queueArn) => PolicyStatement.Allow(["sqs:SendMessage"], queueArn);

    /// <summary>The statement of the queue policy for one rule. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html</summary>
    public static PolicyStatement SendFromRule(string queueArn, string ruleArn) => Send(queueArn) with
    {
        Principals = new Dictionary<string, string> { ["Service"] = "events.amazonaws.com" },
        Conditions = PolicyStatement.Condition("ArnEquals", "aws:SourceArn", ruleArn),
    };
}
