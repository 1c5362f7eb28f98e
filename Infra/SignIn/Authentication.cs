using Pulumi;

namespace Infra.SignIn;

internal sealed record AuthenticationArgs
{
    public required AuthenticationConfig Config { get; init; }

    /// <summary>The domain names of the load balancer.</summary>
    public required IReadOnlyList<string> DomainNames { get; init; }

    /// <summary>Encrypted values of the stack file by name.</summary>
    public required IReadOnlyDictionary<string, Output<string>> SecretValues { get; init; }
}

/// <summary>The listener rule action that authenticates users before the load balancer forwards a request.</summary>
internal static class Authentication
{
    public static Lb.Inputs.ListenerRuleActionArgs CreateAction(string name, AuthenticationArgs args) => args.Config switch
    {
        { Cognito: { } cognito } => PlanCognito(args.Config, cognito.UserPoolArn, cognito.UserPoolClientId, cognito.UserPoolDomain),
        { UserPool: { } userPool } => CreateUserPoolAction(name, args, userPool),
        { Oidc: { } oidc } => PlanOidc(args.Config, oidc, args.SecretValues[oidc.ClientSecretConfig]),
        _ => throw new InvalidOperationException("authentication without a provider"),
    };

    private static Lb.Inputs.ListenerRuleActionArgs CreateUserPoolAction(string name, AuthenticationArgs args, UserPoolConfig config)
    {
        var userPool = new UserPool(
            name, new UserPoolArgs { Config = config, DomainNames = args.DomainNames, Scopes = args.Config.Scope.Split(' ') });
        return PlanCognito(args.Config, userPool.Arn, userPool.ClientId, userPool.Domain);
    }

    private static Lb.Inputs.ListenerRuleActionArgs PlanCognito(
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

    private static Lb.Inputs.ListenerRuleActionArgs PlanOidc(
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
