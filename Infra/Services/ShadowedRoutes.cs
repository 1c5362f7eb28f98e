namespace Infra.Services;

/// <summary>What of a rule is never asked, since one before it takes the request.</summary>
/// <param name="Route">The later rule.</param>
/// <param name="By">The earlier one.</param>
/// <param name="Host">The one host that is taken; null if it is more or other than that.</param>
/// <param name="Path">The one path that is taken; null if it is more or other than that.</param>
internal sealed record ShadowedRoute(RequestRoute Route, RequestRoute By, string? Host = null, string? Path = null)
{
    /// <summary>Whether nothing is left for the rule.</summary>
    public bool IsWhole => Host is null && Path is null;
}

/// <summary>
/// Finds rules, hosts and paths that no request ever reaches. A rule that only several earlier ones together leave without requests is
/// not found.
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
