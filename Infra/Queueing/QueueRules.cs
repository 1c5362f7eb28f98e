using Infra.Configuration.Binding;

namespace Infra.Queueing;

internal static class QueueRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        foreach (var (name, queue) in config.Queues)
        {
            var key = ConfigKey.Member("queues", name);
            rules.Check([$"{key}.deadLetterRetentionDays", $"{key}.retentionDays", $"{key}.fifo"], () => RetentionProblem(queue));
        }
    }

    // A dead letter is as old as the message was, but for FIFO queues, where it starts anew.
    // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/setting-up-dead-letter-queue-retention.html
    private static string? RetentionProblem(QueueConfig queue) =>
        !queue.Fifo && queue.DeadLetterRetentionDays < queue.RetentionDays
            ? $"{queue.DeadLetterRetentionDays} is shorter than retentionDays {queue.RetentionDays}: an old message would be deleted as soon as it is a dead letter"
            : null;
}
