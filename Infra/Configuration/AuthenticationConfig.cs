using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;

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
    [Pattern("^openid( [!-~]+)*$|^([!-~]+ )+openid( [!-~]+)*$", "scopes parted by spaces, openid among them")]
    public string Scope { get; init; } = "email openid";

    /// <summary>How long a sign-in lasts, in seconds.</summary>
    [Range(1, 604_800)]
    public int SessionTimeoutSeconds { get; init; } = 604_800;

    /// <summary>Paths that need no sign-in, such as <c>/webhooks/*</c>.</summary>
    [Unique]
    [Length(0, 5)]
    [Pattern("^/[A-Za-z0-9_.$/~\"'@:+*?&-]{0,127}$", "a path pattern such as /webhooks/*")]
    public IReadOnlyList<string> PublicPaths { get; init; } = [];
}
