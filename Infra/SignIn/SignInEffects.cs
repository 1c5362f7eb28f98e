using Infra.Services;
using Infra.Stack.Rules;

namespace Infra.SignIn;

/// <summary>Sign-in, which must never be only believed to be there.</summary>
internal static class SignInEffects
{
    public static void Check(StackConfig config, RuleChecker rules, EffectChecker effects)
    {
        // Without sign-in, signIn: false says what is so.
        foreach (var service in config.AllServices)
        {
            effects.Require(
                $"{service.Path}.routing.signIn",
                config.Authentication is not null || service.Config.Routing is not { SignIn: true },
                "needs app:authentication: without it nobody signs in",
                "authentication");
        }

        if (config.Authentication is { } authentication)
        {
            List<ConfiguredService> signedIn =
                [.. config.AllServices.Where(service => service.Config is { ContainerPort: not null, Routing: null or { SignIn: true } })];
            string[] routes = [.. config.AllServices.SelectMany(service => (string[])[$"{service.Path}.routing", $"{service.Path}.containerPort"])];
            rules.Warn(["authentication", .. routes], () =>
                config.HasWeb && signedIn.Count == 0 ? "nobody is asked to sign in: routing.signIn is false for every service" : null);
            foreach (var (index, path) in authentication.PublicPaths.Index())
            {
                rules.Check([$"authentication.publicPaths[{index}]", "authentication", .. routes], () =>
                    signedIn.Count == 0 || signedIn.Exists(service => IsAmong(service, path)) ? null : $"{path} is no path of a service that users sign in to");
            }
        }
    }

    private static bool IsAmong(ConfiguredService service, string path) =>
        (service.Config.Routing ?? new RoutingConfig()).PublicPathsAmong([path]).Count > 0;
}
