namespace Infra.Backups;

internal static class BackupRules
{
    // https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html
    private const int MinimumColdDays = 90;

    public static void Check(StackConfig config, RuleChecker rules)
    {
        if (config.Backup is { } backup)
        {
            rules.Check(["backup", "database", "fileSystems"], () => config.Database is null && config.FileSystems.Count == 0
                ? "has nothing to back up; add a database or fileSystems, or take it out"
                : null);
            rules.Check(["backup.retentionDays", "backup.coldStorageAfterDays"], () => RetentionProblem(backup));
            rules.Check(["backup.coldStorageAfterDays", "fileSystems"], () => backup.ColdStorageAfterDays is not null && config.FileSystems.Count == 0
                ? "is without effect: AWS moves backups of file systems only, and there are none; take it out"
                : null);
        }
    }

    private static string? RetentionProblem(BackupConfig backup) =>
        backup.ColdStorageAfterDays is { } days && backup.RetentionDays < days + MinimumColdDays
            ? $"{backup.RetentionDays} does not fit coldStorageAfterDays {days}; use {days + MinimumColdDays} or more, for cold storage is paid for {MinimumColdDays} days at least"
            : null;
}
