using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;
using Infra.Planning;

namespace Infra.Configuration;

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
