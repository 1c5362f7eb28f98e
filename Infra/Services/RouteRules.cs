using System.Globalization;

namespace Infra.Services;

/// <summary>Rules of the load balancer that no request reaches, since another one takes it first.</summary>
internal static class RouteRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        if (!config.HasOwnTargetGroups)
        {
            return;
        }

        string[] keys = ["authentication.publicPaths", .. config.AllServices.SelectMany(KeysOf)];
        rules.CheckEach(keys, () =>
        {
            foreach (var shadowed in ShadowedRoutes.Among(config.PlanRoutes()))
            {
                Report(shadowed, config, rules);
            }
        });
    }

    private static IEnumerable<string> KeysOf(ConfiguredService service) => [$"{service.Path}.routing", $"{service.Path}.containerPort"];

    private static void Report(ShadowedRoute shadowed, StackConfig config, RuleChecker rules)
    {
        var (route, by) = (shadowed.Route, shadowed.By);
        if (route.IsPublic)
        {
            rules.Warn(["authentication.publicPaths"], () => $"{Subject(shadowed)} of {route.Owner} are never public: {Taker(by)} takes them first");
        }
        else if (by.IsPublic && by.Owner == route.Owner)
        {
            rules.Warn(["authentication.publicPaths"], () =>
                $"leave {(shadowed.IsWhole ? "nothing" : $"nothing of {shadowed.Path ?? shadowed.Host}")} of {route.Owner} behind sign-in");
        }
        else if (shadowed.IsWhole && route.IsSameAs(by))
        {
            rules.Check([KeyOf(route, config)], () => $"is for the same requests as {Taker(by)}, which comes first; nothing is left for this one");
        }
        else
        {
            rules.Warn([KeyOf(route, config)], () =>
                $"{(shadowed.IsWhole ? "never" : $"{shadowed.Path ?? shadowed.Host} never")} gets a request: {Taker(by)} takes it first; "
                    + "give the narrower rule the lower priority");
        }
    }

    private static string KeyOf(RequestRoute route, StackConfig config) =>
        config.AllServices.First(service => service.Path == route.Owner).Config.Routing is null ? route.Owner : $"{route.Owner}.routing";

    private static string Subject(ShadowedRoute shadowed) => shadowed.Path ?? Words.List(shadowed.Route.Paths, "and");

    private static string Taker(RequestRoute route) => string.Create(
        CultureInfo.InvariantCulture, $"{route.Owner}{(route.IsPublic ? " with its public paths" : "")} (priority {route.Priority})");
}
