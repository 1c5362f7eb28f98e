using Infra.Tests.Support;

namespace Infra.Tests.Databases;

public sealed class DatabaseWindowRulesTests
{
    [Theory]
    [InlineData("01:00-01:30", "sun:02:00-sun:02:30", null)]
    [InlineData("23:45-00:15", "sun:00:15-sun:00:45", null)]
    [InlineData("01:00-01:29", null, "backupWindow: 01:00-01:29 is shorter than 30 minutes")]
    [InlineData("01:00-01:00", null, "backupWindow: 01:00-01:00 is not shorter than a day")]
    [InlineData(null, "sun:02:00-sun:02:29", "maintenanceWindow: sun:02:00-sun:02:29 is shorter than 30 minutes")]
    [InlineData(null, "sun:02:00-mon:02:00", "maintenanceWindow: sun:02:00-mon:02:00 is not shorter than a day")]
    [InlineData(null, "sun:02:00-sun:02:00", "maintenanceWindow: sun:02:00-sun:02:00 is not shorter than a day")]
    [InlineData("01:00-02:00", "sun:01:30-sun:02:30", "maintenanceWindow: sun:01:30-sun:02:30 overlaps backupWindow 01:00-02:00, which RDS refuses; move one of them")]
    [InlineData("23:45-00:15", "sun:00:00-sun:00:30", "maintenanceWindow: sun:00:00-sun:00:30 overlaps backupWindow 23:45-00:15, which RDS refuses; move one of them")]
    public void Windows_TooShortOrOverlapping_AreRefused(string? backup, string? maintenance, string? problem) => Assert.Equal(
        problem is null ? [] : [$"app:database.{problem}"], Problems.Of(Stack(backup, maintenance)));

    [Theory]
    [InlineData("12:00-13:00", "wed:13:00-wed:14:00")]
    [InlineData("06:00-06:30", null)]
    public void Windows_WhileTheDatabaseRuns_GiveNoWarning(string? backup, string? maintenance) =>
        Assert.DoesNotContain(Warnings.Of([.. Stack(backup, maintenance), ("offHours", Daily)]), warning => warning.Contains("Window", StringComparison.Ordinal));

    [Theory]
    [InlineData("01:00-02:00", null, "backupWindow: 01:00-02:00 falls in the hours in which offHours.database stops the database, so no backup is taken; choose a time when it runs")]
    [InlineData("18:00-18:30", null, "backupWindow: 18:00-18:30 falls in the hours in which offHours.database stops the database, so no backup is taken; choose a time when it runs")]
    [InlineData(null, "sun:03:00-sun:04:00", "maintenanceWindow: sun:03:00-sun:04:00 falls in the hours in which offHours.database stops the database, so nothing is updated; choose a time when it runs")]
    public void Windows_WhileTheDatabaseIsStopped_GiveAWarning(string? backup, string? maintenance, string warning) =>
        Assert.Contains($"app:database.{warning}", Warnings.Of([.. Stack(backup, maintenance), ("offHours", Daily)]));

    // Stopped in UTC from 18:10 in summer or 19:10 in winter until 04:45 or 05:45.
    private const string Daily = """
        {
          "stopCron": "cron(0 20 * * ? *)", "startCron": "cron(0 7 * * ? *)", "timeZone": "Europe/Berlin",
          "database": {"stopCron": "cron(10 20 * * ? *)", "startCron": "cron(45 6 * * ? *)"}
        }
        """;

    private static (string Key, string Json)[] Stack(string? backup, string? maintenance) =>
    [
        ("database", Blocks.Database),
        ("database", $"{{{(backup is null ? "" : $"\"backupWindow\":\"{backup}\"")}}}"),
        ("database", $"{{{(maintenance is null ? "" : $"\"maintenanceWindow\":\"{maintenance}\"")}}}"),
    ];
}
