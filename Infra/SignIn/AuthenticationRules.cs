using Infra.Configuration.Binding;
using Infra.Domains;
using Infra.LoadBalancing;
using Infra.Networking;
using Infra.Tasks;
using static Infra.Stack.StackKeys;

namespace Infra.SignIn;

internal static class AuthenticationRules
{
    // https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html
    private static readonly string[] CognitoScopes = ["openid", "email", "phone", "profile", "aws.cognito.signin.user.admin"];

    public static void Check(StackConfig config, RuleChecker rules)
    {
        if (config.Authentication is { } authentication)
        {
            rules.Check([Key(stack => stack.Domain)], () =>
                config.Domain is null ? "is required by authentication: users sign in over HTTPS only" : null);
            CheckProvider(authentication, rules);
            rules.Check([Key(stack => stack.LoadBalancer.Scheme), Key(stack => stack.Network!.NatGateways)], () => HasNoRouteToProvider(config)
                ? "internal with authentication needs network.natGateways single or onePerZone: the load balancer calls the identity provider"
                : null);
            rules.Check([Key(stack => stack.Authentication!.Oidc!.ClientSecretConfig)], () =>
                authentication.Oidc is { } oidc ? SecretRules.ConfigProblem(oidc.ClientSecretConfig, rules) : null);
            if (authentication.UserPool is not null)
            {
                CheckUserPool(authentication, config.Domain, rules);
            }

            if (authentication.Oidc is { } provider)
            {
                CheckUrls(provider, rules);
            }
        }
    }

    private static void CheckProvider(AuthenticationConfig authentication, RuleChecker rules)
    {
        KeyPath[] providers =
        [
            Key(stack => stack.Authentication!.Cognito),
            Key(stack => stack.Authentication!.UserPool),
            Key(stack => stack.Authentication!.Oidc),
        ];
        rules.CheckEach(providers, () =>
        {
            if (new object?[] { authentication.Cognito, authentication.UserPool, authentication.Oidc }.Count(provider => provider is not null) != 1)
            {
                rules.Add(Key(stack => stack.Authentication), "needs exactly one of cognito, userPool and oidc");
            }
        });
    }

    private static void CheckUserPool(AuthenticationConfig authentication, DomainConfig? domain, RuleChecker rules)
    {
        var userPool = Key(stack => stack.Authentication!.UserPool);
        foreach (var (index, name) in (domain?.AlternativeNames ?? []).Index())
        {
            rules.Warn([Key(stack => stack.Domain!.AlternativeNames).Item(index), userPool], () => CertificateNames.IsWildcard(name)
                ? $"{name} does not allow sign-in: callback URLs of a user pool have no wildcards; list each name"
                : null);
        }

        rules.Check([Key(stack => stack.Authentication!.Scope), userPool], () =>
            authentication.Scope.Split(' ').Except(CognitoScopes).FirstOrDefault() is { } unknown
                ? $"{unknown} is not a scope of the stack's user pool; use {Words.List(CognitoScopes, "or")}"
                : null);
    }

    private static void CheckUrls(OidcConfig oidc, RuleChecker rules)
    {
        (KeyPath Key, string Url)[] urls =
        [
            (Key(stack => stack.Authentication!.Oidc!.Issuer), oidc.Issuer),
            (Key(stack => stack.Authentication!.Oidc!.AuthorizationEndpoint), oidc.AuthorizationEndpoint),
            (Key(stack => stack.Authentication!.Oidc!.TokenEndpoint), oidc.TokenEndpoint),
            (Key(stack => stack.Authentication!.Oidc!.UserInfoEndpoint), oidc.UserInfoEndpoint),
        ];
        foreach (var (key, url) in urls)
        {
            rules.Check([key], () => Uri.TryCreate(url, UriKind.Absolute, out _) ? null : $"\"{url}\" is not a URL; use one such as https://login.example.com/path");
        }
    }

    // An existing network may have a route to the internet that the stack does not know.
    private static bool HasNoRouteToProvider(StackConfig config) =>
        config is { LoadBalancer.Scheme: LoadBalancerScheme.Internal, Network.NatGateways: NatGateways.None };
}
