namespace Infra.Services;

/// <summary>Names that must differ. What the stack itself is made of has names of its own, so none of an operator's is reserved.</summary>
internal static class NameRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        foreach (var service in config.AllServices)
        {
            rules.Check([$"{service.Path}.discoveryName"], () => service.Config.DiscoveryName is { } name
                && config.AllServices.First(other => other.Config.DiscoveryName == name) is var first && first != service
                ? $"{name} is the discoveryName of {first.Path} too"
                : null);
        }
    }
}
