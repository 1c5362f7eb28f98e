using System.Globalization;
using Infra.Configuration.Binding;
using static Infra.Stack.StackKeys;

namespace Infra.Services;

/// <summary>Listener rules that no request reaches, because an earlier one matches it.</summary>
internal static class RouteRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        if (!config.HasOwnTargetGroups)
        {
            return;
        }

        rules.CheckEach([Key(stack => stack.Authentication!.PublicPaths), .. config.AllServices.SelectMany(KeysOf)], () =>
        {
            foreach (var shadowed in ShadowedRoutes.FindIn(config.PlanRoutes()))
            {
                Report(shadowed, config, rules);
            }
        });
    }

    private static IEnumerable<KeyPath> KeysOf(ConfiguredService service) =>
        [service.KeyOf(config => config.Routing), service.KeyOf(config => config.ContainerPort)];

    private static void Report(ShadowedRoute shadowed, StackConfig config, RuleChecker rules)
    {
        var (route, by) = (shadowed.Route, shadowed.By);
        if (route.IsPublic)
        {
            rules.Warn([Key(stack => stack.Authentication!.PublicPaths)], () =>
                $"{Subject(shadowed)} of {route.Owner} are never public: {Describe(by)} matches them first");
        }
        else if (by.IsPublic && by.Owner == route.Owner)
        {
            rules.Warn([Key(stack => stack.Authentication!.PublicPaths)], () =>
                $"cover every request {(shadowed.IsWhole ? "to" : $"for {shadowed.Path ?? shadowed.Host} to")} {route.Owner}, so none of them requires sign-in");
        }
        else if (shadowed.IsWhole && route.IsSameAs(by))
        {
            rules.Check([KeyOf(route, config)], () => $"matches the same requests as {Describe(by)}, which comes first, so it never receives any");
        }
        else
        {
            rules.Warn([KeyOf(route, config)], () =>
                $"{(shadowed.IsWhole ? "never" : $"{shadowed.Path ?? shadowed.Host} never")} receives a request: {Describe(by)} matches it first; "
                    + "give the narrower rule the lower priority");
        }
    }

    private static KeyPath KeyOf(RequestRoute route, StackConfig config)
    {
        var service = config.AllServices.First(service => service.Path == route.Owner);
        return service.Config.Routing is null ? service.Path : service.KeyOf(config => config.Routing);
    }

    private static string Subject(ShadowedRoute shadowed) => shadowed.Path ?? Words.List(shadowed.Route.Paths, "and");

    private static string Describe(RequestRoute route) => string.Create(
        CultureInfo.InvariantCulture, $"{route.Owner}{(route.IsPublic ? " with its public paths" : "")} (priority {route.Priority})");
}
