using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;
using Infra.Networking;

namespace Infra.SignIn;

/// <summary>Sign-in at the load balancer, before a request reaches the service. Needs a domain. Give exactly one of <c>cognito</c>, <c>userPool</c> and <c>oidc</c>.</summary>
internal sealed record AuthenticationConfig
{
    /// <summary>A Cognito user pool that exists already.</summary>
    public CognitoConfig? Cognito { get; init; }

    /// <summary>A Cognito user pool that the stack makes, whose users an administrator invites.</summary>
    public UserPoolConfig? UserPool { get; init; }

    /// <summary>Another OpenID Connect provider.</summary>
    public OidcConfig? Oidc { get; init; }

    /// <summary>What the service learns about a user, as OAuth scopes.</summary>
    [Pattern("^openid( [!-~]+)*$|^([!-~]+ )+openid( [!-~]+)*$", "space-separated scopes, including openid")]
    public string Scope { get; init; } = "email openid";

    /// <summary>How long a sign-in lasts, in seconds.</summary>
    [Range(1, 604_800)]
    public int SessionTimeoutSeconds { get; init; } = 604_800;

    /// <summary>
    /// Paths that need no sign-in, such as <c>/webhooks/*</c>. The load balancer compares the path as it was sent: <c>/webhooks/..%2fadmin</c>
    /// fits <c>/webhooks/*</c>, and an application that decodes and resolves it serves <c>/admin</c> to anyone. Name whole paths where you can, and
    /// let the application refuse encoded slashes and dots.
    /// </summary>
    [Unique]
    [Length(0, 5)]
    [Pattern("^/[A-Za-z0-9_.$/~\"'@:+*?&-]{0,127}$", "a path pattern such as /webhooks/*")]
    public IReadOnlyList<string> PublicPaths { get; init; } = [];

    /// <summary>Ports on which the load balancer calls the provider itself.</summary>
    public IReadOnlyList<int> ProviderPorts => Oidc?.CalledPorts ?? [TrafficPlan.Https];
}

/// <summary>A Cognito user pool that exists already. Its client must have a secret and allow <c>https://‹domain›/oauth2/idpresponse</c> as a callback.</summary>
internal sealed record CognitoConfig
{
    /// <summary>The user pool.</summary>
    [Arn("cognito-idp", "userpool/[A-Za-z0-9-]+_[A-Za-z0-9]+", "the ARN of a Cognito user pool")]
    public required string UserPoolArn { get; init; }

    /// <summary>The app client in it.</summary>
    [Pattern("^[A-Za-z0-9_+]{1,128}$", "a Cognito app client id")]
    public required string UserPoolClientId { get; init; }

    /// <summary>The pool's domain: the prefix of an Amazon Cognito domain, or a whole custom domain.</summary>
    [Pattern("^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$", "a domain prefix or a domain name")]
    public required string UserPoolDomain { get; init; }
}

/// <summary>An OpenID Connect provider; its discovery document lists these addresses.</summary>
internal sealed record OidcConfig
{
    private const string Https = "^https://[^\\s?#]+$";
    private const string HttpsMeaning = "an https:// address";

    /// <summary>The provider itself.</summary>
    [Pattern(Https, HttpsMeaning)]
    public required string Issuer { get; init; }

    /// <summary>Where users sign in.</summary>
    [Pattern(Https, HttpsMeaning)]
    public required string AuthorizationEndpoint { get; init; }

    /// <summary>Where the load balancer fetches tokens.</summary>
    [Pattern(Https, HttpsMeaning)]
    public required string TokenEndpoint { get; init; }

    /// <summary>Where it asks who the user is.</summary>
    [Pattern(Https, HttpsMeaning)]
    public required string UserInfoEndpoint { get; init; }

    /// <summary>The client registered there for this service.</summary>
    public required string ClientId { get; init; }

    /// <summary>Name of the encrypted configuration value with the client's secret, set by <c>pulumi config set --secret</c>.</summary>
    [Pattern(SecretConfig.ConfigKey, SecretConfig.ConfigKeyMeaning)]
    public required string ClientSecretConfig { get; init; }

    /// <summary>Ports of the addresses that the load balancer calls; users' browsers go to the others.</summary>
    public IReadOnlyList<int> CalledPorts =>
        [.. new[] { TokenEndpoint, UserInfoEndpoint }.Select(address => new Uri(address).Port).Distinct().Order()];
}

/// <summary>A Cognito user pool that the stack makes. Users sign in with their e-mail address, in upper or lower case, and may add an authenticator app as a second factor.</summary>
internal sealed record UserPoolConfig
{
    /// <summary>First label of the sign-in page's address; unique in its region among all of AWS.</summary>
    [Pattern("^(?!.*(aws|amazon|cognito))[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", "1 to 63 lower-case letters, digits and dashes, without the words aws, amazon and cognito")]
    public required string DomainPrefix { get; init; }

    /// <summary>Refuse to delete the pool, and the users in it, until this is switched off.</summary>
    public required bool DeletionProtection { get; init; }
}
