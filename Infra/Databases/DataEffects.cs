using Infra.Stack.Rules;

namespace Infra.Databases;

/// <summary>Logs, backups and secrets of what holds data.</summary>
internal static class DataEffects
{
    public static void Check(StackConfig config, RuleChecker rules, EffectChecker effects)
    {
        if (config.Database is { } database)
        {
            effects.Expect(
                "database.backupWindow",
                database.BackupRetentionDays > 0,
                "has no effect: with backupRetentionDays 0 no backup is made");
            effects.Require("database.alarms", config.Alarms is not null, "needs app:alarms: without it there are no alarms", "alarms");
            // Beside a written logExports: [] it waits, and nobody misses a log that the file itself switches off.
            effects.Require(
                "database.logRetentionDays",
                database.LogExports.Count > 0 || rules.IsSet("database.logExports"),
                "needs logExports: without it no log is sent to CloudWatch",
                "database.logExports");
        }

        effects.Expect("secretRecoveryWindowDays", StoresSecrets(config), "has no effect: the stack stores no secret of its own");
    }

    private static bool StoresSecrets(StackConfig config) =>
        config.Parts.Any(part => part.Secrets.Count > 0)
        || config.AllTasks.SelectMany(task => task.Task.Secrets.Values).Any(secret => secret.Config is not null || secret.GeneratedLength is not null);
}
