using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;

namespace Infra.Services;

/// <summary>Requests that the load balancer forwards to the service.</summary>
internal sealed record RoutingConfig
{
    // app:service takes all requests without another rule. https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html
    private const int LastPriority = 50_000;

    /// <summary>Host names to match, such as <c>api.example.com</c> or <c>*.example.com</c>; empty means any.</summary>
    [Unique]
    [Pattern("^[a-z0-9*?.-]{1,128}$", "a lower-case host name, with * and ? as wildcards")]
    [PerStack("two stacks cannot share a name", Unless = "domain.nearestRegion")]
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Paths to match, such as <c>/api/*</c>; empty means any.</summary>
    [Unique]
    [Pattern("^/[A-Za-z0-9_.$/~\"'@:+*?&-]{0,127}$", "a path pattern such as /api/*")]
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Priority of the listener rule; of two rules that match a request, the one with the lower number wins. Without it <c>app:service</c> comes last. Public paths, and deployments that shift traffic, also use the number before. Services without such deployments can exchange their priorities in one update.</summary>
    [Range(2, 49_998)]
    [PerStack("two rules of a listener cannot share a priority", SharedBy = "existingLoadBalancer")]
    public int? Priority { get; init; }

    /// <summary>Require sign-in by <c>app:authentication</c> for this service.</summary>
    public bool SignIn { get; init; } = true;

    public int EffectivePriority => Priority ?? LastPriority;

    /// <summary>The paths without sign-in that belong to this service.</summary>
    public IReadOnlyList<string> PublicPathsAmong(IReadOnlyList<string> publicPaths) =>
        SignIn ? RequestPatterns.Within(publicPaths, Paths.Count > 0 ? Paths : [RequestPatterns.AnyPath]) : [];
}
