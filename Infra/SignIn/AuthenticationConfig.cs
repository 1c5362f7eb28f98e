using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;
using Infra.Networking;

namespace Infra.SignIn;

/// <summary>Sign-in at the load balancer, before a request reaches a service. Needs a domain. Set exactly one of <c>cognito</c>, <c>userPool</c> and <c>oidc</c>.</summary>
internal sealed record AuthenticationConfig
{
    /// <summary>An existing Cognito user pool.</summary>
    public CognitoConfig? Cognito { get; init; }

    /// <summary>A Cognito user pool that the stack creates. An administrator invites its users.</summary>
    public UserPoolConfig? UserPool { get; init; }

    /// <summary>Another OpenID Connect provider.</summary>
    public OidcConfig? Oidc { get; init; }

    /// <summary>OAuth scopes, which determine the user claims that services receive.</summary>
    [Pattern("^openid( [!-~]+)*$|^([!-~]+ )+openid( [!-~]+)*$", "space-separated scopes, including openid")]
    public string Scope { get; init; } = "email openid";

    /// <summary>Seconds until users must sign in again.</summary>
    [Range(1, 604_800)]
    public int SessionTimeoutSeconds { get; init; } = 604_800;

    /// <summary>
    /// Paths without sign-in, such as <c>/webhooks/*</c>. The load balancer matches the path as it was sent: <c>/webhooks/..%2fadmin</c> matches
    /// <c>/webhooks/*</c>, and an application that decodes and resolves it serves <c>/admin</c> without sign-in. Prefer paths without wildcards, and
    /// let the application reject encoded slashes and dots.
    /// </summary>
    [Unique]
    [Length(0, 5)]
    [Pattern("^/[A-Za-z0-9_.$/~\"'@:+*?&-]{0,127}$", "a path pattern such as /webhooks/*")]
    public IReadOnlyList<string> PublicPaths { get; init; } = [];

    /// <summary>Ports on which the load balancer calls the identity provider.</summary>
    public IReadOnlyList<int> ProviderPorts => Oidc?.CalledPorts ?? [TrafficPlan.Https];
}

/// <summary>An existing Cognito user pool. Its app client must have a secret and the callback URL <c>https://‹domain›/oauth2/idpresponse</c>.</summary>
internal sealed record CognitoConfig
{
    /// <summary>ARN of the user pool.</summary>
    [Arn("cognito-idp", "userpool/[A-Za-z0-9-]+_[A-Za-z0-9]+", "the ARN of a Cognito user pool")]
    public required string UserPoolArn { get; init; }

    /// <summary>ID of the app client.</summary>
    [Pattern("^[A-Za-z0-9_+]{1,128}$", "a Cognito app client id")]
    public required string UserPoolClientId { get; init; }

    /// <summary>Domain of the user pool: the prefix of an Amazon Cognito domain, or a custom domain.</summary>
    [Pattern("^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$", "a domain prefix or a domain name")]
    public required string UserPoolDomain { get; init; }
}

/// <summary>An OpenID Connect provider. Its discovery document lists these URLs.</summary>
internal sealed record OidcConfig
{
    private const string Https = "^https://[^\\s?#]+$";
    private const string HttpsMeaning = "an https:// URL";

    /// <summary>Issuer identifier of the provider.</summary>
    [Pattern(Https, HttpsMeaning)]
    public required string Issuer { get; init; }

    /// <summary>URL at which users sign in.</summary>
    [Pattern(Https, HttpsMeaning)]
    public required string AuthorizationEndpoint { get; init; }

    /// <summary>URL at which the load balancer gets tokens.</summary>
    [Pattern(Https, HttpsMeaning)]
    public required string TokenEndpoint { get; init; }

    /// <summary>URL at which the load balancer gets user claims.</summary>
    [Pattern(Https, HttpsMeaning)]
    public required string UserInfoEndpoint { get; init; }

    /// <summary>ID of the client that is registered with the provider.</summary>
    public required string ClientId { get; init; }

    /// <summary>Name of the encrypted configuration value with the client secret, set with <c>pulumi config set --secret</c>.</summary>
    [Pattern(SecretConfig.ConfigKey, SecretConfig.ConfigKeyMeaning)]
    public required string ClientSecretConfig { get; init; }

    /// <summary>Ports of the URLs that the load balancer calls; browsers call the others.</summary>
    public IReadOnlyList<int> CalledPorts =>
        [.. new[] { TokenEndpoint, UserInfoEndpoint }.Select(address => new Uri(address).Port).Distinct().Order()];
}

/// <summary>A Cognito user pool that the stack creates. Users sign in with their email address, which is not case-sensitive, and can add an authenticator app for MFA.</summary>
internal sealed record UserPoolConfig
{
    /// <summary>Prefix of the Amazon Cognito domain of the sign-in page. Unique among all AWS accounts in the region. Nobody can sign in for about a minute while it changes.</summary>
    [Pattern("^(?!.*(aws|amazon|cognito))[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", "1 to 63 lower-case letters, digits and dashes, without the words aws, amazon and cognito")]
    [PerStack("unique in the region among all AWS accounts")]
    public required string DomainPrefix { get; init; }

    /// <summary>Prevent deletion of the user pool and its users until this is turned off.</summary>
    public required bool DeletionProtection { get; init; }
}
