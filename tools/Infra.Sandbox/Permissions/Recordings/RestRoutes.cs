using System.Collections.Immutable;
using System.Web;

namespace Infra.Sandbox.Permissions.Recordings;

/// <summary>The actions of REST requests, which have no operation in them.</summary>
internal static class RestRoutes
{
    private static readonly Lazy<ImmutableArray<Route>> Routes = new(() => [.. PermissionFacts.ReadColumns("rest-routes").Select(Route.Of)]);

    /// <summary>The actions of a request, and the variables in its path; null if no route matches.</summary>
    public static (ImmutableArray<string> Actions, ImmutableArray<ApiArgument> Variables)? Find(string service, string method, string pathAndQuery)
    {
        var (path, query) = Split(pathAndQuery);
        var route = Routes.Value.FirstOrDefault(route => route.Matches(service, method, path, query));
        return route is null ? null : (route.Actions, route.Variables(path));
    }

    private static (string[] Path, string[] Query) Split(string pathAndQuery)
    {
        var parts = pathAndQuery.Split('?', 2);
        return (parts[0].Trim('/').Split('/'), parts.Length == 1 ? [] : [.. parts[1].Split('&').Select(part => part.Split('=')[0])]);
    }

    /// <param name="Service">The prefix of the service's actions.</param>
    /// <param name="Method">The HTTP method.</param>
    /// <param name="Path">The parts of the path; a variable is in braces, and the last one takes the rest.</param>
    /// <param name="Query">The parameter that the query must have.</param>
    /// <param name="Actions">The names of the actions.</param>
    private sealed record Route(string Service, string Method, string[] Path, string? Query, ImmutableArray<string> Actions)
    {
        public static Route Of(string[] columns)
        {
            var parts = columns[2].Split('?', 2);
            return new(columns[0], columns[1], parts[0].Trim('/').Split('/'), parts.ElementAtOrDefault(1), [.. columns[3].Split(' ')]);
        }

        public bool Matches(string service, string method, string[] path, string[] query) =>
            service == Service && method == Method && (Query is null || query.Contains(Query))
            && (path.Length == Path.Length || (path.Length > Path.Length && IsVariable(Path[^1])))
            && Path.Zip(path).All(part => IsVariable(part.First) ? part.Second.Length > 0 : part.First == part.Second);

        public ImmutableArray<ApiArgument> Variables(string[] path) =>
        [
            .. Path.Select((part, index) => (part, index)).Where(part => IsVariable(part.part)).Select(part => new ApiArgument(
                part.part[1..^1],
                HttpUtility.UrlDecode(part.index == Path.Length - 1 ? string.Join('/', path[part.index..]) : path[part.index]))),
        ];

        private static bool IsVariable(string part) => part.StartsWith('{');
    }
}
