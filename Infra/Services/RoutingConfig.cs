using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;

namespace Infra.Services;

/// <summary>Which requests the load balancer sends to a service, where several share it.</summary>
internal sealed record RoutingConfig
{
    // app:service takes what no other rule takes. https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html
    private const int LastPriority = 50_000;

    /// <summary>Host names, such as <c>api.example.com</c> or <c>*.example.com</c>; empty means any.</summary>
    [Unique]
    [Pattern("^[a-z0-9*?.-]{1,128}$", "a lower-case host name, in which * and ? stand for characters")]
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Paths, such as <c>/api/*</c>; empty means any.</summary>
    [Unique]
    [Pattern("^/[A-Za-z0-9_.$/~\"'@:+*?&-]{0,127}$", "a path pattern such as /api/*")]
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Order among the rules of the load balancer, lowest first: of two rules that fit a request the first one takes it. <c>app:service</c> comes last by itself. Public paths, and deployments that move traffic, take the number before too.</summary>
    [Range(2, 49_998)]
    public int? Priority { get; init; }

    /// <summary>Whether <c>app:authentication</c> holds for this service.</summary>
    public bool SignIn { get; init; } = true;

    public int EffectivePriority => Priority ?? LastPriority;

    /// <summary>Those of the paths without sign-in that are this service's.</summary>
    public IReadOnlyList<string> PublicPathsAmong(IReadOnlyList<string> publicPaths) =>
        SignIn ? RequestPatterns.Within(publicPaths, Paths.Count > 0 ? Paths : [RequestPatterns.AnyPath]) : [];
}
