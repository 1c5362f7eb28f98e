using System.Collections.Immutable;
using static Infra.Sandbox.Changes.Consequences.ChangeCondition;

namespace Infra.Sandbox.Changes.Consequences;

/// <summary>Consequences for queues, topics, schedules and secrets.</summary>
internal static class MessageConsequences
{
    private const string Queue = "aws:sqs/queue:Queue";
    private const string Secret = "aws:secretsmanager/secret:Secret";

    public static ImmutableArray<Consequence> All { get; } =
    [
        new(Queue, Gone, EffectKind.DataLoss,
            "SQS deletes the queue with the messages in it.", "AWSSimpleQueueService/latest/APIReference/API_DeleteQueue.html"),
        new(Queue, Lowered("messageRetentionSeconds"), EffectKind.DataLoss,
            "SQS deletes messages that are older than the new retention; the change can take 15 minutes.",
            "AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html"),
        new("aws:sns/topic:Topic", Gone, EffectKind.Interruption,
            "SNS deletes the topic with its subscriptions; messages on their way may not be delivered.", "sns/latest/api/API_DeleteTopic.html"),
        new("aws:sns/topicSubscription:TopicSubscription", Created.And(change => Text(change, "protocol") == "email"), EffectKind.Pending,
            "SNS delivers nothing until the recipient has confirmed the subscription.", "sns/latest/dg/sns-email-notifications.html"),
        new("aws:scheduler/schedule:Schedule", ReplacedDeletingFirst, EffectKind.Interruption,
            "There is no schedule until the new one is created; an invocation in this time is lost.",
            "scheduler/latest/UserGuide/managing-schedule-delete.html"),
        new("aws:pipes/pipe:Pipe", Changed("target", "targetParameters", "sourceParameters"), EffectKind.Restart,
            "The pipe stops polling while it is updated. Messages wait in the queue.", "eventbridge/latest/userguide/eb-pipes.html"),
        new(Secret, Gone.And(change => Number(change.Old!, "recoveryWindowInDays") == 0), EffectKind.DataLoss,
            "Secrets Manager deletes the secret at once, without a recovery window.", "secretsmanager/latest/userguide/manage_delete-secret.html"),
        new(Secret, Gone.And(change => Number(change.Old!, "recoveryWindowInDays") != 0), EffectKind.Pending,
            "The secret can be restored until its recovery window ends. Until then its name is taken.",
            "secretsmanager/latest/userguide/manage_delete-secret.html"),
        new("aws:kms/key:Key", Gone, EffectKind.Irreversible,
            "After its waiting period the key is deleted, and nothing encrypted with it can be read.",
            "kms/latest/developerguide/deleting-keys.html"),
    ];

    private static string? Text(ResourceChange change, string input) => Graph.PropertyReading.Text(change.New!.Inputs, input);
}
