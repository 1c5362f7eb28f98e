using System.Text.Json;
using Infra.Configuration.Binding;

namespace Infra.Jobs;

/// <summary>What may start a job.</summary>
internal static class JobEventRules
{
    /// <param name="key">The key of the event, such as <c>jobs.report.event</c>.</param>
    /// <param name="event">What starts the job, if an event does.</param>
    /// <param name="buckets">The buckets of the stack.</param>
    /// <param name="rules">Runs the rules.</param>
    public static void Check(string key, JobEventConfig? @event, IReadOnlyCollection<string> buckets, RuleChecker rules)
    {
        if (@event is null)
        {
            return;
        }

        rules.Check([key], () => SourceCount(@event) != 1 ? "needs exactly one of bucket, queue and pattern" : null);
        rules.Check([key], () => @event is { Bucket: null } and not { Prefix: null, Suffix: null } ? "prefix and suffix go with bucket only" : null);
        rules.Check([$"{key}.bucket", "buckets"], () => @event.Bucket is { } bucket && !buckets.Contains(bucket)
            ? $"\"{bucket}\" is not in buckets"
            : null);
        rules.Check([$"{key}.pattern"], () => @event.Pattern is { } pattern && !IsPattern(pattern)
            ? "is not a JSON object; use one such as {\"source\": [\"aws.ecr\"]}"
            : null);
    }

    private static int SourceCount(JobEventConfig @event) =>
        new[] { @event.Bucket, @event.Queue, @event.Pattern }.Count(source => source is not null);

    // RunTask puts them over what the task definition says, and starts nothing where the definition has a secret of that name.
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerOverride.html
    public static void CheckVariables(ConfiguredJob job, RuleChecker rules)
    {
        foreach (var variable in job.Config.Event?.Variables.Paths.Keys ?? [])
        {
            Check("environment", job.Config.Environment.ContainsKey(variable));
            Check("secrets", job.Config.Secrets.ContainsKey(variable));

            void Check(string block, bool isTaken) => rules.Check([ConfigKey.Member($"{job.Path}.{block}", variable), $"{job.Path}.event"], () =>
                isTaken ? "is set by the event that starts the job; use another name" : null);
        }
    }

    private static bool IsPattern(string text)
    {
        try
        {
            using var pattern = JsonDocument.Parse(text);
            return pattern.RootElement.ValueKind is JsonValueKind.Object && pattern.RootElement.EnumerateObject().Any();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
