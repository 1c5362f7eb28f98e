using Pulumi;

namespace Infra.SignIn;

internal sealed record AuthenticationArgs
{
    public required AuthenticationConfig Config { get; init; }

    /// <summary>The domain names under which users reach the load balancer.</summary>
    public required IReadOnlyList<string> DomainNames { get; init; }

    /// <summary>The encrypted values of the stack file, by name.</summary>
    public required IReadOnlyDictionary<string, Output<string>> SecretValues { get; init; }
}

/// <summary>The listener action that signs users in before the load balancer forwards a request.</summary>
internal static class Authentication
{
    public static Lb.Inputs.ListenerRuleActionArgs CreateAction(string name, AuthenticationArgs args) => args.Config switch
    {
        { Cognito: { } cognito } authentication => Cognito(authentication, cognito),
        { UserPool: { } userPool } authentication => Cognito(authentication, new UserPool(name, new UserPoolArgs
        {
            Config = userPool,
            DomainNames = args.DomainNames,
            Scopes = authentication.Scope.Split(' '),
        })),
        { Oidc: { } oidc } authentication => Oidc(authentication, oidc, args.SecretValues[oidc.ClientSecretConfig]),
        _ => throw new InvalidOperationException("authentication without a provider"),
    };

    private static Lb.Inputs.ListenerRuleActionArgs Cognito(AuthenticationConfig authentication, CognitoConfig cognito) =>
        CognitoAction(authentication, cognito.UserPoolArn, cognito.UserPoolClientId, cognito.UserPoolDomain);

    private static Lb.Inputs.ListenerRuleActionArgs Cognito(AuthenticationConfig authentication, UserPool userPool) =>
        CognitoAction(authentication, userPool.Arn, userPool.ClientId, userPool.Domain);

    private static Lb.Inputs.ListenerRuleActionArgs CognitoAction(
        AuthenticationConfig authentication, Input<string> arn, Input<string> clientId, Input<string> domain) => new()
        {
            Type = "authenticate-cognito",
            AuthenticateCognito = new Lb.Inputs.ListenerRuleActionAuthenticateCognitoArgs
            {
                UserPoolArn = arn,
                UserPoolClientId = clientId,
                UserPoolDomain = domain,
                Scope = authentication.Scope,
                SessionTimeout = authentication.SessionTimeoutSeconds,
                OnUnauthenticatedRequest = "authenticate",
            },
        };

    private static Lb.Inputs.ListenerRuleActionArgs Oidc(
        AuthenticationConfig authentication, OidcConfig oidc, Output<string> clientSecret) => new()
        {
            Type = "authenticate-oidc",
            AuthenticateOidc = new Lb.Inputs.ListenerRuleActionAuthenticateOidcArgs
            {
                Issuer = oidc.Issuer,
                AuthorizationEndpoint = oidc.AuthorizationEndpoint,
                TokenEndpoint = oidc.TokenEndpoint,
                UserInfoEndpoint = oidc.UserInfoEndpoint,
                ClientId = oidc.ClientId,
                ClientSecret = clientSecret,
                Scope = authentication.Scope,
                SessionTimeout = authentication.SessionTimeoutSeconds,
                OnUnauthenticatedRequest = "authenticate",
            },
        };
}
