using Infra.Stack.Rules;
using static Infra.Stack.StackKeys;

namespace Infra.ObjectStorage;

internal static class BucketRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        foreach (var (name, bucket) in config.Buckets)
        {
            var key = Key(stack => stack.Buckets).Named(name);
            rules.Check(
                [key.Member<BucketConfig>(block => block.ExpireOldVersionsAfterDays), key.Member<BucketConfig>(block => block.Versioning)],
                () => bucket is { ExpireOldVersionsAfterDays: not null, Versioning: false } ? "needs versioning: without it there are no old versions" : null);
        }

        UnusedEntries.Warn(
            rules,
            Key(stack => stack.Buckets),
            config.Buckets.Keys,
            name => IsUsed(config, name) || UnusedEntries.IsNamed(config, BucketsDescription.Placeholder(name)),
            "nothing in this stack uses it; add it to the buckets of a service or job");
    }

    private static bool IsUsed(StackConfig config, string bucket) =>
        config.AllTasks.Any(task => task.Task.Buckets.GetValueOrDefault(bucket) != BucketAccess.None)
        || config.Jobs.Values.Any(job => job.Event?.Bucket == bucket);
}
