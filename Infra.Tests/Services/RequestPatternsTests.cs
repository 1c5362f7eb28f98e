using Infra.Services;

namespace Infra.Tests.Services;

public sealed class RequestPatternsTests
{
    [Theory]
    [InlineData("/*", "/api/*", true)]
    [InlineData("/api/*", "/api/v1", true)]
    [InlineData("/api/*", "/api", false)]
    [InlineData("/api/*", "/*", false)]
    [InlineData("/a?c", "/abc", true)]
    [InlineData("/a?c", "/a*c", false)]
    [InlineData("/a.c", "/abc", false)]
    [InlineData("/api", "/api", true)]
    [InlineData("/??*", "/?*?", true)] // both: two characters at least
    [InlineData("/??*", "/?*", false)]
    [InlineData("/**", "/*", true)]
    [InlineData("/API", "/api", false)]
    public void Covers_Pattern_MatchesAllOfOther(string pattern, string other, bool expected) =>
        Assert.Equal(expected, RequestPatterns.Covers(pattern, other));

    [Theory]
    [InlineData("/hooks/* /ping", "/*", "/hooks/* /ping")]
    [InlineData("/hooks/* /api/ping", "/api/*", "/api/ping")]
    [InlineData("/*", "/api/* /web", "/api/* /web")]
    [InlineData("/api/* /*", "/api/*", "/api/*")]
    [InlineData("/hooks/*", "/api/*", "")]
    [InlineData("", "/*", "")]
    public void Within_IsIntersection(string patterns, string limits, string expected) =>
        Assert.Equal(expected, string.Join(' ', RequestPatterns.Within(Split(patterns), Split(limits))));

    [Theory]
    [InlineData("shop.example.com", "shop.example.com", true)]
    [InlineData("api.shop.example.com", "shop.example.com", false)]
    [InlineData("api.example.com", "*.example.com", true)]
    [InlineData("api-*.example.com", "*.example.com", true)]
    [InlineData("a.b.example.com", "*.example.com", false)]
    [InlineData("example.com", "*.example.com", false)]
    [InlineData("*.example.com", "shop.example.com", true)]
    [InlineData("*.example.org", "shop.example.com", false)]
    public void CanMatch_HostPatternAndDomainName(string host, string domainName, bool expected) =>
        Assert.Equal(expected, RequestPatterns.CanMatch(host, domainName));

    private static string[] Split(string texts) => texts.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
