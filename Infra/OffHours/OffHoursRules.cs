using static Infra.Stack.StackKeys;

namespace Infra.OffHours;

internal static class OffHoursRules
{
    public static void Check(StackConfig config, RuleChecker rules) =>
        rules.Check([Key(stack => stack.OffHours!.Database), Key(stack => stack.Database)], () => config is { OffHours.Database: not null, Database: null }
            ? "needs app:database"
            : null);
}
