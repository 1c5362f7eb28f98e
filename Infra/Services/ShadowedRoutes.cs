namespace Infra.Services;

/// <summary>A rule, or a part of it, that never matches because an earlier rule takes the requests.</summary>
/// <param name="Route">The later rule.</param>
/// <param name="By">The earlier one.</param>
/// <param name="Host">The host that never matches, if it is only that one.</param>
/// <param name="Path">The path that never matches, if it is only that one.</param>
internal sealed record ShadowedRoute(RequestRoute Route, RequestRoute By, string? Host = null, string? Path = null)
{
    /// <summary>Whether the whole rule never matches.</summary>
    public bool IsWhole => Host is null && Path is null;
}

/// <summary>
/// Finds rules, hosts and paths that never match a request. Rules that several earlier ones shadow only together are not
/// found.
/// </summary>
internal static class ShadowedRoutes
{
    public static IReadOnlyList<ShadowedRoute> Among(IReadOnlyList<RequestRoute> routes) =>
        [.. routes.SelectMany(route => Of(route, [.. routes.Where(other => other.Priority < route.Priority).OrderBy(other => other.Priority)]))];

    private static IEnumerable<ShadowedRoute> Of(RequestRoute route, IReadOnlyList<RequestRoute> earlier) =>
        earlier.FirstOrDefault(other => other.TakesAllOf(route)) is { } first ? [new ShadowedRoute(route, first)] : ValuesOf(route, earlier);

    private static IEnumerable<ShadowedRoute> ValuesOf(RequestRoute route, IReadOnlyList<RequestRoute> earlier) =>
    [
        .. from path in route.Paths
           let taker = earlier.FirstOrDefault(other => other.TakesHostsOf(route) && other.TakesPath(path))
           where taker is not null
           select new ShadowedRoute(route, taker, Path: path),
        .. from host in route.Hosts
           let taker = earlier.FirstOrDefault(other => other.TakesPathsOf(route) && other.TakesHost(host))
           where taker is not null
           select new ShadowedRoute(route, taker, Host: host),
    ];
}
