using static Infra.Stack.StackKeys;

namespace Infra.Costs;

internal static class CostsRules
{
    /// <summary>The name of <c>app:service</c> among the average tasks.</summary>
    public const string MainService = "service";

    public static void Check(StackConfig config, RuleChecker rules)
    {
        foreach (var (name, tasks) in config.Costs.AverageTasks)
        {
            rules.Check(
                [Key(stack => stack.Costs.AverageTasks).Named(name), Key(stack => stack.Service), Key(stack => stack.Services)],
                () => !IsService(config, name) ? "is not a service; use service for app:service, or a name of app:services"
                    : tasks < 0 ? "must be 0 or more"
                    : null);
        }
    }

    private static bool IsService(StackConfig config, string name) =>
        name == MainService ? config.Service is not null : config.Services.ContainsKey(name);
}
