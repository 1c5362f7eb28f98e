using Infra.Stack.Rules;
using static Infra.Stack.StackKeys;

namespace Infra.Queueing;

internal static class QueueRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        foreach (var (name, queue) in config.Queues)
        {
            var key = Key(stack => stack.Queues).Named(name);
            rules.Check(
                [
                    key.Member<QueueConfig>(block => block.DeadLetterRetentionDays),
                    key.Member<QueueConfig>(block => block.RetentionDays),
                    key.Member<QueueConfig>(block => block.Fifo),
                ],
                () => RetentionProblem(queue));
        }

        UnusedEntries.Warn(
            rules,
            Key(stack => stack.Queues),
            config.Queues.Keys,
            name => IsUsed(config, name) || UnusedEntries.IsNamed(config, QueuesDescription.Placeholder(name)),
            "nothing in this stack uses it; add it to the queues of a service or job");
    }

    private static bool IsUsed(StackConfig config, string queue) =>
        config.AllTasks.Any(task => task.Task.Queues.GetValueOrDefault(queue) != QueueAccess.None)
        || config.Jobs.Values.Any(job => job.Event?.Queue == queue)
        || config.AllServices.Any(service => service.Config.Scaling?.QueueNames.Contains(queue) is true);

    // The age of a dead letter counts from when the message was sent, except for FIFO queues, where it starts again.
    // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/setting-up-dead-letter-queue-retention.html
    private static string? RetentionProblem(QueueConfig queue) =>
        !queue.Fifo && queue.DeadLetterRetentionDays < queue.RetentionDays
            ? $"{queue.DeadLetterRetentionDays} is less than retentionDays {queue.RetentionDays}: an old message would expire as soon as it reaches the dead-letter queue"
            : null;
}
