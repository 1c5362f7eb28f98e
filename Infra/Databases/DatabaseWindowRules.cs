using Infra.OffHours;
using Infra.Schedules;
using static Infra.Stack.StackKeys;

namespace Infra.Databases;

/// <summary>Length and overlap of the backup window and the maintenance window.</summary>
internal static class DatabaseWindowRules
{
    // https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html (PreferredBackupWindow, PreferredMaintenanceWindow)
    private const int MinimumMinutes = 30;
    private const int MinutesPerDay = 24 * 60;

    public static void Check(StackConfig config, RuleChecker rules)
    {
        if (config.Database is not { } database)
        {
            return;
        }

        var (backup, maintenance) = (Key(stack => stack.Database!.BackupWindow), Key(stack => stack.Database!.MaintenanceWindow));
        rules.Check([backup], () => database.BackupWindow is { } window ? LengthProblem(window, WeeklyTimes.Daily(window)) : null);
        rules.Check([maintenance], () => database.MaintenanceWindow is { } window ? LengthProblem(window, WeeklyTimes.Weekly(window)) : null);
        rules.Check([maintenance, backup], () => OverlapProblem(database));
        CheckOffHours(config, database, rules);
    }

    private static string? LengthProblem(string window, WeeklyTimes times) => times.Spans[0].Minutes switch
    {
        < MinimumMinutes => $"{window} is shorter than {MinimumMinutes} minutes",
        >= MinutesPerDay => $"{window} is not shorter than a day",
        _ => null,
    };

    private static string? OverlapProblem(DatabaseConfig database) =>
        database is { MaintenanceWindow: { } maintenance, BackupWindow: { } backup } && WeeklyTimes.Weekly(maintenance).Overlap(WeeklyTimes.Daily(backup))
            ? $"{maintenance} overlaps backupWindow {backup}, which RDS refuses; move one of them"
            : null;

    // A stopped instance is neither backed up nor maintained.
    // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_StopInstance.html
    private static void CheckOffHours(StackConfig config, DatabaseConfig database, RuleChecker rules)
    {
        if (config.OffHours is { Database: { } offHours } schedule)
        {
            rules.Warn(
                [Key(stack => stack.Database!.BackupWindow), Key(stack => stack.OffHours), Key(stack => stack.Database!.BackupRetentionDays)],
                () => database is { BackupWindow: { } window, BackupRetentionDays: > 0 } && IsStopped(WeeklyTimes.Daily(window), offHours, schedule.TimeZone)
                    ? $"{window} falls in the hours in which offHours.database stops the database, so no backup is taken; choose a time when it runs"
                    : null);
            rules.Warn(
                [Key(stack => stack.Database!.MaintenanceWindow), Key(stack => stack.OffHours)],
                () => database.MaintenanceWindow is { } window && IsStopped(WeeklyTimes.Weekly(window), offHours, schedule.TimeZone)
                    ? $"{window} falls in the hours in which offHours.database stops the database, so nothing is updated; choose a time when it runs"
                    : null);
        }
    }

    private static bool IsStopped(WeeklyTimes window, DatabaseOffHoursConfig offHours, string timeZone) => TimeZones.UtcOffsetMinutes(timeZone)
        .Any(minutes => WeeklyTimes.Between(offHours.StopCron, offHours.StartCron, minutes)?.Overlap(window) == true);
}
