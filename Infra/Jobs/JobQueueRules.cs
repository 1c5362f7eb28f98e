using Infra.Configuration.Binding;
using Infra.Stack.Rules;

namespace Infra.Jobs;

/// <summary>A message is given to one reader only, so a queue that starts a job has no other.</summary>
internal static class JobQueueRules
{
    public static void Check(ConfiguredJob job, StackConfig config, RuleChecker rules)
    {
        if (job.Config.Event?.Queue is not { } queue)
        {
            return;
        }

        var key = $"{job.Path}.event.queue";
        rules.Check([key, "queues"], () => References.Problem(queue, config.Queues.Keys, "queues"));
        foreach (var other in config.AllJobs.Where(other => other != job && other.Config.Event?.Queue == queue))
        {
            rules.Check([key, $"{other.Path}.event.queue"], () =>
                $"{queue} starts {other.Path} too, and each message would start one of them only; give each a queue");
        }

        foreach (var task in config.AllTasks)
        {
            var receiver = ConfigKey.Member($"{task.Path}.queues", queue);
            rules.Check([key, receiver], () => task.Task.Queues.GetValueOrDefault(queue, QueueAccess.Send) != QueueAccess.Send
                ? $"{queue} is received by {task.Path} too, which would take messages away from the job; take {receiver} out"
                : null);
        }
    }
}
