namespace Infra.Services;

/// <summary>A listener rule, or one of its conditions, that never matches because an earlier rule matches its requests.</summary>
/// <param name="Route">The later rule.</param>
/// <param name="By">The earlier one.</param>
/// <param name="Host">The only host that never matches; null for a path or the whole rule.</param>
/// <param name="Path">The only path that never matches; null for a host or the whole rule.</param>
internal sealed record ShadowedRoute(RequestRoute Route, RequestRoute By, string? Host = null, string? Path = null)
{
    /// <summary>Whether the whole rule never matches.</summary>
    public bool IsWhole => Host is null && Path is null;
}

/// <summary>
/// Finds rules, hosts and paths that never match a request because of one earlier rule. It does not find rules that several
/// earlier ones cover only together.
/// </summary>
internal static class ShadowedRoutes
{
    public static IReadOnlyList<ShadowedRoute> FindIn(IReadOnlyList<RequestRoute> routes) =>
        [.. routes.SelectMany(route => FindFor(route, [.. routes.Where(other => other.Priority < route.Priority).OrderBy(other => other.Priority)]))];

    private static IEnumerable<ShadowedRoute> FindFor(RequestRoute route, IReadOnlyList<RequestRoute> earlier) =>
        earlier.FirstOrDefault(other => other.Covers(route)) is { } first ? [new ShadowedRoute(route, first)] : FindValues(route, earlier);

    private static IEnumerable<ShadowedRoute> FindValues(RequestRoute route, IReadOnlyList<RequestRoute> earlier) =>
    [
        .. from path in route.Paths
           let earlierRule = earlier.FirstOrDefault(other => other.CoversHosts(route) && other.MatchesPath(path))
           where earlierRule is not null
           select new ShadowedRoute(route, earlierRule, Path: path),
        .. from host in route.Hosts
           let earlierRule = earlier.FirstOrDefault(other => other.CoversPaths(route) && other.MatchesHost(host))
           where earlierRule is not null
           select new ShadowedRoute(route, earlierRule, Host: host),
    ];
}
