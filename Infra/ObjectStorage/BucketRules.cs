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
    }
}
