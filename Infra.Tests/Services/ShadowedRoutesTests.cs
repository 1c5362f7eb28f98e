using Infra.Services;

namespace Infra.Tests.Services;

public sealed class ShadowedRoutesTests
{
    [Theory]
    [InlineData("", "/a/*", "", "/a/b", true)]
    [InlineData("", "/a/*", "", "/a", false)]           // the star follows a slash
    [InlineData("", "/A/*", "", "/a/b", false)]         // paths are case-sensitive
    [InlineData("", "/a/?", "", "/a/b", true)]
    [InlineData("", "/a/?", "", "/a/*", false)]
    [InlineData("", "/a/?*", "", "/a/*?", true)]        // both: at least one character
    [InlineData("", "/*", "", "", true)]                // every path starts with a slash
    [InlineData("", "", "", "/a", true)]
    [InlineData("", "/a", "", "", false)]
    [InlineData("", "/a /b", "", "/b", true)]
    [InlineData("", "/a", "", "/a /b", false)]
    [InlineData("*.example.com", "", "api.example.com", "/a", true)]
    [InlineData("*.example.com", "", "example.com", "/a", false)]
    [InlineData("*.example.com", "", "", "/a", false)]  // other hosts remain
    [InlineData("", "/a", "api.example.com", "/a", true)]
    [InlineData("api.example.com", "/a", "", "/a", false)]
    [InlineData("*", "", "", "/a", true)]
    [InlineData("api.example.com", "/a", "api.example.com", "/b", false)]
    [InlineData("api.example.com web.example.com", "/*", "web.example.com", "/b", true)]
    public void Covers_BroaderPatterns_IsTrue(string hosts, string paths, string otherHosts, string otherPaths, bool expected) =>
        Assert.Equal(expected, Route(1, hosts, paths).Covers(Route(2, otherHosts, otherPaths)));

    [Fact]
    public void LaterRule_Covered_IsShadowedByFirstMatch()
    {
        var shadowed = Assert.Single(ShadowedRoutes.FindIn([Route(30, "", "/api/v1/*"), Route(20, "", "/api/*"), Route(10, "", "/a*"), Route(50_000, "", "")]),
            shadowed => shadowed.Route.Priority == 30);

        Assert.Equal((10, true), (shadowed.By.Priority, shadowed.IsWhole));
    }

    [Fact]
    public void EarlierRule_IsNotShadowed() => Assert.Empty(ShadowedRoutes.FindIn([Route(10, "", "/api/v1/*"), Route(20, "", "/api/*"), Route(50_000, "", "")]));

    [Fact]
    public void Path_Covered_IsShadowedAlone() => Assert.Equal(
        ["/api/old by 10"],
        ShadowedRoutes.FindIn([Route(10, "", "/api/*"), Route(20, "", "/api/old /web")]).Select(shadowed => $"{shadowed.Path} by {shadowed.By.Priority}"));

    [Fact]
    public void Host_Covered_IsShadowedAlone() => Assert.Equal(
        ["api.example.com by 10"],
        ShadowedRoutes.FindIn([Route(10, "*.example.com", ""), Route(20, "api.example.com example.org", "")])
            .Select(shadowed => $"{shadowed.Host} by {shadowed.By.Priority}"));

    private static RequestRoute Route(int priority, string hosts, string paths) =>
        new() { Owner = StackKeys.Key(stack => stack.Service), Priority = priority, Hosts = Words(hosts), Paths = Words(paths) };

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
