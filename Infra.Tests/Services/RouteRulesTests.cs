using Infra.Tests.Support;

namespace Infra.Tests.Services;

public sealed class RouteRulesTests
{
    [Fact]
    public void Routes_Identical_AreRefused() => Assert.Equal(
        ["app:services.web.routing: matches the same requests as services.api (priority 10), which comes first, so it never receives any"],
        Problems.Of(("services", Services("""{"paths":["/b/*","/a/*"],"priority":10}""", """{"paths":["/a/*","/b/*"],"priority":20}"""))));

    [Fact]
    public void Route_CoveringMainService_Warns() => Assert.Equal(
        ["app:service: matches the same requests as services.api (priority 10), which comes first, so it never receives any"],
        Problems.Of(("services", Services("""{"paths":["/*"],"priority":10}""", """{"paths":["/web"],"priority":9}"""))));

    [Theory]
    [InlineData("""{"paths":["/a/*"],"priority":10}""", """{"paths":["/a/b/*"],"priority":20}""",
        "app:services.web.routing: never receives a request: services.api (priority 10) matches it first; give the narrower rule the lower priority")]
    [InlineData("""{"paths":["/a/b/*"],"priority":10}""", """{"paths":["/a/*"],"priority":20}""", null)]
    [InlineData("""{"hosts":["*.example.com"],"priority":10}""", """{"hosts":["api.example.com"],"paths":["/a"],"priority":20}""",
        "app:services.web.routing: never receives a request: services.api (priority 10) matches it first; give the narrower rule the lower priority")]
    [InlineData("""{"paths":["/a/*"],"priority":10}""", """{"paths":["/a/b","/web"],"priority":20}""",
        "app:services.web.routing: /a/b never receives a request: services.api (priority 10) matches it first; give the narrower rule the lower priority")]
    public void Route_Shadowed_Warns(string api, string web, string? expected) => Assert.Equal(
        expected is null ? [] : [expected], Warnings(("services", Services(api, web))));

    [Fact]
    public void PublicPaths_CoveringEverything_Warn() => Assert.Equal(
        ["app:authentication.publicPaths: cover every request to service, so none of them requires sign-in"], Warnings(SignIn("""["/*"]""")));

    [Fact]
    public void PublicPaths_OfOtherService_Warn() => Assert.Equal(
        ["app:authentication.publicPaths: /hooks/* of service are never public: services.api (priority 10) matches them first"],
        Warnings([
            ("services", """{"api":{"image":"api:1","containerPort":81,"routing":{"paths":["/hooks*"],"priority":10,"signIn":false}}}"""),
            .. SignIn("""["/hooks/*"]"""),
        ]));

    [Fact]
    public void PublicPaths_Narrow_AreAccepted() => Assert.Empty(Warnings(SignIn("""["/hooks/*"]""")));

    private static (string Key, string Json)[] SignIn(string publicPaths) =>
        [("domain", Blocks.Domain), ("authentication", Blocks.Cognito), ("authentication", $$"""{"publicPaths":{{publicPaths}}}""")];

    private static string Services(string api, string web) => $$"""
        {"api":{"image":"api:1","containerPort":81,"routing":{{api}} },"web":{"image":"web:1","containerPort":82,"routing":{{web}} } }
        """;

    private static string[] Warnings(params (string Key, string Json)[] changes) => [.. TestConfigs.With(changes).Warnings.Select(warning => $"{warning}")];
}
