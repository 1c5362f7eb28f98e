using Infra.Configuration.Binding;

namespace Infra.ObjectStorage;

internal static class BucketRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        foreach (var (name, bucket) in config.Buckets)
        {
            var key = ConfigKey.Member("buckets", name);
            rules.Check([$"{key}.expireOldVersionsAfterDays", $"{key}.versioning"], () =>
                bucket is { ExpireOldVersionsAfterDays: not null, Versioning: false } ? "needs versioning: without it there are no old versions" : null);
        }
    }
}
