using Infra.OffHours;
using Infra.Schedules;

namespace Infra.Databases;

/// <summary>The times at which AWS backs the database up and changes it.</summary>
internal static class DatabaseWindowRules
{
    // https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html (PreferredBackupWindow, PreferredMaintenanceWindow)
    private const int ShortestMinutes = 30;
    private const int LongestMaintenanceMinutes = 24 * 60;

    public static void Check(StackConfig config, RuleChecker rules)
    {
        if (config.Database is not { } database)
        {
            return;
        }

        rules.Check(["database.backupWindow"], () => database.BackupWindow is { } window ? LengthProblem(window, WeeklyTimes.Daily(window)) : null);
        rules.Check(["database.maintenanceWindow"], () => database.MaintenanceWindow is { } window ? LengthProblem(window, WeeklyTimes.Weekly(window)) : null);
        rules.Check(["database.maintenanceWindow", "database.backupWindow"], () => OverlapProblem(database));
        CheckOffHours(config, database, rules);
    }

    private static string? LengthProblem(string window, WeeklyTimes times) => times.Spans[0].Minutes switch
    {
        < ShortestMinutes => $"{window} is shorter than {ShortestMinutes} minutes",
        >= LongestMaintenanceMinutes => $"{window} is not shorter than a day",
        _ => null,
    };

    private static string? OverlapProblem(DatabaseConfig database) =>
        database is { MaintenanceWindow: { } maintenance, BackupWindow: { } backup } && WeeklyTimes.Weekly(maintenance).Overlap(WeeklyTimes.Daily(backup))
            ? $"{maintenance} overlaps backupWindow {backup}, which AWS refuses; move one of them"
            : null;

    // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_StopInstance.html: neither happens to a stopped instance.
    private static void CheckOffHours(StackConfig config, DatabaseConfig database, RuleChecker rules)
    {
        if (config.OffHours is { Database: { } night } schedule)
        {
            rules.Warn(["database.backupWindow", "offHours", "database.backupRetentionDays"], () =>
                database is { BackupWindow: { } window, BackupRetentionDays: > 0 } && IsOff(WeeklyTimes.Daily(window), night, schedule.TimeZone)
                    ? $"{window} is in hours when offHours.database has stopped the database: no backup is taken then; choose a time when it runs"
                    : null);
            rules.Warn(["database.maintenanceWindow", "offHours"], () =>
                database.MaintenanceWindow is { } window && IsOff(WeeklyTimes.Weekly(window), night, schedule.TimeZone)
                    ? $"{window} is in hours when offHours.database has stopped the database: nothing is updated then; choose a time when it runs"
                    : null);
        }
    }

    private static bool IsOff(WeeklyTimes window, DatabaseOffHoursConfig night, string timeZone) => TimeZones.UtcOffsetMinutes(timeZone)
        .Any(minutes => WeeklyTimes.Between(night.StopCron, night.StartCron, minutes)?.Overlap(window) == true);
}
