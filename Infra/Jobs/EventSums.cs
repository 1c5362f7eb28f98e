using Infra.Configuration.Binding;
using Infra.Stack.Quotas;
using static Infra.Stack.StackKeys;

namespace Infra.Jobs;

/// <summary>Planned use of EventBridge and CloudWatch quotas.</summary>
internal static class EventSums
{
    // One for failed tasks and one for failed deployments.
    private const int FailureAlertRules = 2;

    public static IReadOnlyList<KeyPath> Keys { get; } =
    [
        Key(stack => stack.Jobs),
        Key(stack => stack.Services),
        Key(stack => stack.Queues),
        Key(stack => stack.Dashboard),
        Key(stack => stack.Notifications),
    ];

    public static IEnumerable<PlannedSum> Of(StackConfig config)
    {
        var withEvents = config.AllJobs.Where(job => job.Config.Event is { Queue: null }).ToList();
        var rules = withEvents.Count + (config.Notifications is null ? 0 : FailureAlertRules);
        yield return new(AwsQuotas.EventRules, Key(stack => stack.Jobs), rules, $"the jobs with an event and app:notifications make {Counted.Of(rules, "rule")}");
        foreach (var job in withEvents.Where(job => job.Config.Event!.Pattern is not null))
        {
            var length = job.Config.Event!.Pattern!.Length;
            yield return new(AwsQuotas.LengthOfEventPattern, job.KeyOf(config => config.Event!.Pattern), length, $"has {Counted.Of(length, "character")}") { Of = job.Path.Text };
        }

        if (config.Dashboard)
        {
            var services = config.AllServices.Count;
            yield return new(AwsQuotas.MetricsOfGraph, Key(stack => stack.Services), services, $"{Counted.Of(services, "service")} make as many lines of app:dashboard") { Of = "services" };
            // Each queue and its dead-letter queue.
            var queues = config.Queues.Count * 2;
            yield return new(AwsQuotas.MetricsOfGraph, Key(stack => stack.Queues), queues, $"{Counted.Of(config.Queues.Count, "queue")} make {Counted.Of(queues, "line")} of app:dashboard") { Of = "queues" };
        }
    }
}
