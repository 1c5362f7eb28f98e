using Infra.Queueing;
using Infra.Services;
using Pulumi;

namespace Infra.Jobs;

internal sealed record DeadLetterQueueArgs
{
    public required StackContext Context { get; init; }

    /// <summary>The rule of EventBridge that may send to it; others send by the rights of their roles.</summary>
    public Output<string>? RuleArn { get; init; }
}

/// <summary>
/// The queue for what started no task: a message in it is a run that did not happen. It keeps them as long as SQS can. What sends to
/// it waits for the component, which has its policy.
/// </summary>
internal sealed class DeadLetterQueue : ComponentResource
{
    private const string Type = "infra:index:DeadLetterQueue";
    private const int FourteenDays = 1_209_600;

    public DeadLetterQueue(string name, DeadLetterQueueArgs args, ComponentResourceOptions options)
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

    /// <summary>What metrics call it.</summary>
    [Output("queueName")]
    public Output<string> QueueName { get; }

    private static Output<string> PlanPolicy(Output<string> queueArn, Output<string>? ruleArn) => ruleArn is null
        ? queueArn.Apply(arn => QueuePolicies.Json(arn))
        : Output.Tuple(queueArn, ruleArn).Apply(known => QueuePolicies.Json(known.Item1, DeadLetterPermissions.SendFromRule(known.Item1, known.Item2)));
}

/// <summary>Who may put what could not be delivered into a queue.</summary>
internal static class DeadLetterPermissions
{
    /// <summary>For a role.</summary>
    public static PolicyStatement Send(string queueArn) => PolicyStatement.Allow(["sqs:SendMessage"], queueArn);

    /// <summary>For the queue itself: one rule only. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html</summary>
    public static PolicyStatement SendFromRule(string queueArn, string ruleArn) => Send(queueArn) with
    {
        Principals = new Dictionary<string, string> { ["Service"] = "events.amazonaws.com" },
        Conditions = PolicyStatement.Condition("ArnEquals", "aws:SourceArn", ruleArn),
    };
}
