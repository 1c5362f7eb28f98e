using System.Text.Json;
using Infra.Stack.Rules;
using static Infra.Stack.StackKeys;

namespace Infra.Jobs;

/// <summary>The event that starts a job, and the environment variables that it sets.</summary>
internal static class JobEventRules
{
    public static void Check(ConfiguredJob job, StackConfig config, RuleChecker rules)
    {
        if (job.Config.Event is { } source)
        {
            CheckSource(job, source, config, rules);
            CheckVariables(job, source, rules);
        }
    }

    private static void CheckSource(ConfiguredJob job, JobEventConfig source, StackConfig config, RuleChecker rules)
    {
        var key = job.KeyOf(block => block.Event);
        rules.Check([key], () => new[] { source.Bucket, source.Queue, source.Pattern }.Count(value => value is not null) != 1
            ? "needs exactly one of bucket, queue and pattern"
            : null);
        rules.Check([key], () => source is { Bucket: null } and not { Prefix: null, Suffix: null } ? "prefix and suffix need bucket" : null);
        rules.Check([job.KeyOf(block => block.Event!.Bucket), Key(stack => stack.Buckets)], () => source.Bucket is { } bucket
            ? References.Problem(bucket, config.Buckets.Keys, "buckets")
            : null);
        rules.Check([job.KeyOf(block => block.Event!.Pattern)], () => source.Pattern is { } pattern && !IsPattern(pattern)
            ? "is not a JSON object; use one such as {\"source\": [\"aws.ecr\"]}"
            : null);
    }

    // RunTask overrides the environment of the task definition, and fails where the definition has a secret of the same name.
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerOverride.html
    private static void CheckVariables(ConfiguredJob job, JobEventConfig source, RuleChecker rules)
    {
        const string Problem = "is set by the event that starts the job; use another name";
        var key = job.KeyOf(block => block.Event);
        foreach (var variable in source.Variables.Paths.Keys)
        {
            rules.Check([job.KeyOf(block => block.Environment).Named(variable), key], () => job.Config.Environment.ContainsKey(variable) ? Problem : null);
            rules.Check([job.KeyOf(block => block.Secrets).Named(variable), key], () => job.Config.Secrets.ContainsKey(variable) ? Problem : null);
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
