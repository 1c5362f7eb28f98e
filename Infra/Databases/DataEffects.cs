using Infra.Stack.Rules;
using static Infra.Stack.StackKeys;

namespace Infra.Databases;

/// <summary>Keys about backups, alarms, logs and secrets that have no effect in this stack.</summary>
internal static class DataEffects
{
    public static void Check(StackConfig config, RuleChecker rules, EffectChecker effects)
    {
        if (config.Database is { } database)
        {
            CheckDatabase(database, config, rules, effects);
        }

        effects.Expect(Key(stack => stack.SecretRecoveryWindowDays), CreatesSecrets(config), "has no effect: the stack creates no secrets");
    }

    private static void CheckDatabase(DatabaseConfig database, StackConfig config, RuleChecker rules, EffectChecker effects)
    {
        effects.Expect(
            Key(stack => stack.Database!.BackupWindow),
            database.BackupRetentionDays > 0,
            "has no effect: backupRetentionDays 0 turns automated backups off");
        effects.Require(
            Key(stack => stack.Database!.Alarms), config.Alarms is not null, "needs app:alarms, which creates the alarms", Key(stack => stack.Alarms));
        // Accepted with an explicit logExports: [], because the operator has turned the logs off deliberately.
        effects.Require(
            Key(stack => stack.Database!.LogRetentionDays),
            database.LogExports.Count > 0 || rules.IsSet(Key(stack => stack.Database!.LogExports)),
            "needs logExports: without it no log is sent to CloudWatch",
            Key(stack => stack.Database!.LogExports));
    }

    private static bool CreatesSecrets(StackConfig config) =>
        config.Parts.Any(part => part.Secrets.Count > 0)
        || config.AllTasks.SelectMany(task => task.Task.Secrets.Values).Any(secret => secret.Config is not null || secret.GeneratedLength is not null);
}
