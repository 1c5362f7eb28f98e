using Infra.Configuration.Binding;
using Infra.Services;
using Infra.Stack.Rules;
using static Infra.Stack.StackKeys;

namespace Infra.SignIn;

/// <summary>Refuses keys that look as if users had to sign in where they need not.</summary>
internal static class SignInEffects
{
    private static readonly KeyPath Block = Key(stack => stack.Authentication);

    public static void Check(StackConfig config, RuleChecker rules, EffectChecker effects)
    {
        // Without authentication, signIn: false is redundant but true.
        foreach (var service in config.AllServices)
        {
            effects.Require(
                service.KeyOf(config => config.Routing!.SignIn),
                config.Authentication is not null || service.Config.Routing is not { SignIn: true },
                "needs authentication: without it nobody signs in",
                Block);
        }

        if (config.Authentication is { } authentication)
        {
            CheckServices(config, authentication, rules);
        }
    }

    private static void CheckServices(StackConfig config, AuthenticationConfig authentication, RuleChecker rules)
    {
        List<ConfiguredService> protectedServices =
            [.. config.AllServices.Where(service => service.Config is { ContainerPort: not null, Routing: null or { SignIn: true } })];
        KeyPath[] routes =
        [
            .. config.AllServices.Select(service => service.KeyOf(config => config.Routing)),
            .. config.AllServices.Select(service => service.KeyOf(config => config.ContainerPort)),
        ];
        rules.Warn([Block, .. routes], () =>
            config.HasWeb && protectedServices.Count == 0 ? "has no effect: routing.signIn is false for every service" : null);
        foreach (var (index, path) in authentication.PublicPaths.Index())
        {
            rules.Check([Key(stack => stack.Authentication!.PublicPaths).Item(index), Block, .. routes], () =>
                protectedServices.Count == 0 || protectedServices.Exists(service => HasPath(service, path))
                    ? null
                    : $"{path} matches no path of a service with sign-in");
        }
    }

    private static bool HasPath(ConfiguredService service, string path) =>
        (service.Config.Routing ?? new RoutingConfig()).PublicPathsAmong([path]).Count > 0;
}
