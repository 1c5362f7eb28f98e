using System.Globalization;
using static Infra.Stack.StackKeys;

namespace Infra.Databases;

internal static class DatabaseRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        if (config.Database is { } database)
        {
            rules.Check(
                [Key(stack => stack.Database!.MaxAllocatedStorageGiB), Key(stack => stack.Database!.AllocatedStorageGiB)],
                () => StorageProblem(database.AllocatedStorageGiB, database.MaxAllocatedStorageGiB));
            CheckEngine(database, rules);
            rules.Check([Key(stack => stack.Database!.Name)], () => SqlNames.CheckDatabaseName(database.Name));
            rules.Check([Key(stack => stack.Database!.Username)], () => SqlNames.CheckUsername(database.Username));
        }
    }

    private static void CheckEngine(DatabaseConfig database, RuleChecker rules)
    {
        var (engineVersion, instanceClass) = (Key(stack => stack.Database!.EngineVersion), Key(stack => stack.Database!.InstanceClass));
        rules.Check(
            [engineVersion, Key(stack => stack.Database!.ExtendedSupport)],
            () => PostgresVersions.Check(MajorVersion(database), database.ExtendedSupport, DateOnly.FromDateTime(rules.Now)));
        rules.Check([instanceClass, engineVersion], () => PostgresVersions.ClassProblem(database.InstanceClass, MajorVersion(database)));
        rules.Check([instanceClass], () => rules.Region is { } region ? PostgresVersions.CheckInstanceClass(database.InstanceClass, region) : null);
    }

    private static int MajorVersion(DatabaseConfig database) => int.Parse(database.EngineVersion, NumberStyles.None, CultureInfo.InvariantCulture);

    // RDS demands at least 10 % more. Rounded up in integers, since 1.1 is slightly more than 11/10 in floating point.
    // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.Autoscaling.html
    private static string? StorageProblem(int allocated, int maximum)
    {
        var minimum = allocated + ((allocated + 9) / 10);
        return maximum == allocated || maximum >= minimum
            ? null
            : $"{maximum} does not fit allocatedStorageGiB {allocated}; use {minimum} or more, or {allocated} to turn autoscaling off";
    }
}
