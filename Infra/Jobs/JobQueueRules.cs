using Infra.Stack.Rules;
using static Infra.Stack.StackKeys;

namespace Infra.Jobs;

/// <summary>SQS gives each message to one consumer, so a queue that starts a job must have no other.</summary>
internal static class JobQueueRules
{
    public static void Check(ConfiguredJob job, StackConfig config, RuleChecker rules)
    {
        if (job.Config.Event?.Queue is not { } queue)
        {
            return;
        }

        var key = job.KeyOf(block => block.Event!.Queue);
        rules.Check([key, Key(stack => stack.Queues)], () => References.Problem(queue, config.Queues.Keys, "queues"));
        foreach (var other in config.AllJobs.Where(other => other != job && other.Config.Event?.Queue == queue))
        {
            rules.Check(
                [key, other.KeyOf(block => block.Event!.Queue)],
                () => $"{queue} also starts {other.Path}, but each message would start only one of them; use a queue for each job");
        }

        foreach (var task in config.AllTasks)
        {
            var access = task.KeyOf(block => block.Queues).Named(queue);
            rules.Check([key, access], () => task.Task.Queues.GetValueOrDefault(queue, QueueAccess.Send) != QueueAccess.Send
                ? $"{queue} is also received by {task.Path}, which would take messages away from the job; remove {access}"
                : null);
        }
    }
}
