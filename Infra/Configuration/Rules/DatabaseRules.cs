namespace Infra.Configuration.Rules;

internal static class DatabaseRules
{
    // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.Autoscaling.html
    private const double SmallestGrowth = 1.1;

    public static void Check(StackConfig config, RuleChecker rules)
    {
        if (config.Database is { } database)
        {
            rules.Check(["database.maxAllocatedStorageGiB", "database.allocatedStorageGiB"], () => StorageProblem(database));
        }
    }

    private static string? StorageProblem(DatabaseConfig database)
    {
        var (allocated, maximum) = (database.AllocatedStorageGiB, database.MaxAllocatedStorageGiB);
        var smallest = (int)Math.Ceiling(allocated * SmallestGrowth);
        return maximum == allocated || maximum >= smallest
            ? null
            : $"{maximum} does not fit allocatedStorageGiB {allocated}; use {allocated} for no growth, or {smallest} or more";
    }
}
