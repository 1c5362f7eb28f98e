using Infra.Databases;

namespace Infra.OffHours;

internal static class OffHoursRules
{
    public static void Check(StackConfig config, RuleChecker rules) =>
        rules.Check(["offHours.database", "database"], () => config is { OffHours.Database: not null, Database: null }
            ? "this stack has no database"
            : null);
}
