using System.Globalization;

namespace Infra.Databases;

internal static class DatabaseRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        if (config.Database is { } database)
        {
            rules.Check(["database.maxAllocatedStorageGiB", "database.allocatedStorageGiB"], () => StorageProblem(database));
            CheckEngine(database, rules);
            rules.Check(["database.name"], () => SqlNames.CheckDatabaseName(database.Name));
            rules.Check(["database.username"], () => SqlNames.CheckUsername(database.Username));
        }
    }

    private static void CheckEngine(DatabaseConfig database, RuleChecker rules)
    {
        rules.Check(["database.engineVersion"], () => PostgresVersions.Check(MajorOf(database), DateOnly.FromDateTime(rules.Now)));
        rules.Check(["database.instanceClass", "database.engineVersion"], () => PostgresVersions.ClassProblem(database.InstanceClass, MajorOf(database)));
        rules.Check(["database.instanceClass"], () => rules.Region is { } region ? PostgresVersions.CheckInstanceClass(database.InstanceClass, region) : null);
    }

    private static int MajorOf(DatabaseConfig database) => int.Parse(database.EngineVersion, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string? StorageProblem(DatabaseConfig database)
    {
        var (allocated, maximum) = (database.AllocatedStorageGiB, database.MaxAllocatedStorageGiB);
        // A tenth more; in whole numbers, for 1.1 is a little more than that.
        // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.Autoscaling.html
        var smallest = allocated + ((allocated + 9) / 10);
        return maximum == allocated || maximum >= smallest
            ? null
            : $"{maximum} does not fit allocatedStorageGiB {allocated}; use {allocated} for no growth, or {smallest} or more";
    }
}
