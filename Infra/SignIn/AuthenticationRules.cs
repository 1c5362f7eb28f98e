using Infra.Domains;
using Infra.LoadBalancing;
using Infra.Networking;
using Infra.Tasks;

namespace Infra.SignIn;

internal static class AuthenticationRules
{
    // https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html
    private static readonly string[] ScopesOfUserPools = ["openid", "email", "phone", "profile", "aws.cognito.signin.user.admin"];

    public static void Check(StackConfig config, RuleChecker rules)
    {
        if (config.Authentication is { } authentication)
        {
            rules.Check(["domain"], () =>
                config.Domain is null ? "is required by authentication: users sign in over HTTPS only" : null);
            rules.CheckEach(["authentication.cognito", "authentication.userPool", "authentication.oidc"], () =>
            {
                if (ProviderCount(authentication) != 1)
                {
                    rules.Add("authentication", "needs exactly one of cognito, userPool and oidc");
                }
            });
            rules.Check(["loadBalancer.scheme", "network.natGateways"], () => IsCutOff(config)
                ? "internal with authentication needs network.natGateways single or onePerZone: the load balancer calls the identity provider itself"
                : null);
            rules.Check(["authentication.oidc.clientSecretConfig"], () =>
                authentication.Oidc is { } oidc ? SecretRules.ConfigProblem(oidc.ClientSecretConfig, rules) : null);
            if (authentication.UserPool is not null)
            {
                CheckOwnPool(authentication, config.Domain, rules);
            }

            if (authentication.Oidc is { } provider)
            {
                CheckAddresses(provider, rules);
            }
        }
    }

    private static void CheckOwnPool(AuthenticationConfig authentication, DomainConfig? domain, RuleChecker rules)
    {
        foreach (var (index, name) in (domain?.AlternativeNames ?? []).Index())
        {
            rules.Warn([$"domain.alternativeNames[{index}]", "authentication.userPool"], () => CertificateNames.IsWildcard(name)
                ? $"{name} cannot be signed in to: a user pool sends users back to addresses without wildcards only; write each name"
                : null);
        }

        rules.Check(["authentication.scope", "authentication.userPool"], () =>
            authentication.Scope.Split(' ').Except(ScopesOfUserPools).FirstOrDefault() is { } unknown
                ? $"{unknown} is not a scope of the stack's user pool; use {Words.List(ScopesOfUserPools, "or")}"
                : null);
    }

    private static void CheckAddresses(OidcConfig oidc, RuleChecker rules)
    {
        (string Name, string Address)[] addresses =
        [
            ("issuer", oidc.Issuer), ("authorizationEndpoint", oidc.AuthorizationEndpoint),
            ("tokenEndpoint", oidc.TokenEndpoint), ("userInfoEndpoint", oidc.UserInfoEndpoint),
        ];
        foreach (var (name, address) in addresses)
        {
            rules.Check([$"authentication.oidc.{name}"], () =>
                Uri.TryCreate(address, UriKind.Absolute, out _) ? null : $"\"{address}\" is not an address; use one such as https://login.example.com/{name}");
        }
    }

    // An existing network is trusted to have a way out.
    private static bool IsCutOff(StackConfig config) =>
        config is { LoadBalancer.Scheme: LoadBalancerScheme.Internal, Network.NatGateways: NatGateways.None };

    private static int ProviderCount(AuthenticationConfig authentication) =>
        new object?[] { authentication.Cognito, authentication.UserPool, authentication.Oidc }.Count(provider => provider is not null);
}
