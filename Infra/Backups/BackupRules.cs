using static Infra.Stack.StackKeys;

namespace Infra.Backups;

internal static class BackupRules
{
    // https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html
    private const int MinimumColdStorageDays = 90;

    public static void Check(StackConfig config, RuleChecker rules)
    {
        if (config.Backup is not { } backup)
        {
            return;
        }

        var (coldStorage, fileSystems) = (Key(stack => stack.Backup!.ColdStorageAfterDays), Key(stack => stack.FileSystems));
        rules.Check([Key(stack => stack.Backup), Key(stack => stack.Database), fileSystems], () => config.Database is null && config.FileSystems.Count == 0
            ? "has nothing to back up; add app:database or app:fileSystems, or remove it"
            : null);
        rules.Check([Key(stack => stack.Backup!.RetentionDays), coldStorage], () => RetentionProblem(backup));
        rules.Check([coldStorage, fileSystems], () => backup.ColdStorageAfterDays is not null && config.FileSystems.Count == 0
            ? "has no effect: AWS Backup moves only backups of file systems to cold storage, and this stack has none; remove it"
            : null);
    }

    private static string? RetentionProblem(BackupConfig backup) =>
        backup.ColdStorageAfterDays is { } days && backup.RetentionDays < days + MinimumColdStorageDays
            ? $"{backup.RetentionDays} does not fit coldStorageAfterDays {days}; use {days + MinimumColdStorageDays} or more, because cold storage is billed for at least {MinimumColdStorageDays} days"
            : null;
}
