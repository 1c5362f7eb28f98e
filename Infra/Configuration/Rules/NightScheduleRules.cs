namespace Infra.Configuration.Rules;

internal static class NightScheduleRules
{
    public static void Check(StackConfig config, RuleChecker rules) =>
        rules.Check(["nightSchedule.database", "database"], () => config is { NightSchedule.Database: not null, Database: null }
            ? "this stack has no database"
            : null);
}
