using Infra.Tests.Support;

namespace Infra.Tests.Services;

/// <summary>Rules of the load balancer that no request reaches.</summary>
public sealed class RouteRulesTests
{
    [Fact]
    public void ServicesForTheSameRequests_AreRefused() => Assert.Equal(
        ["app:services.web.routing: is for the same requests as services.api (priority 10), which comes first; nothing is left for this one"],
        Problems.Of(("services", Services("""{"paths":["/b/*","/a/*"],"priority":10}""", """{"paths":["/a/*","/b/*"],"priority":20}"""))));

    [Fact]
    public void ServiceForEverything_LeavesNothingToTheMainOne() => Assert.Equal(
        ["app:service: is for the same requests as services.api (priority 10), which comes first; nothing is left for this one"],
        Problems.Of(("services", Services("""{"paths":["/*"],"priority":10}""", """{"paths":["/web"],"priority":9}"""))));

    [Theory]
    [InlineData("""{"paths":["/a/*"],"priority":10}""", """{"paths":["/a/b/*"],"priority":20}""",
        "app:services.web.routing: never gets a request: services.api (priority 10) takes it first; give the narrower rule the lower priority")]
    [InlineData("""{"paths":["/a/b/*"],"priority":10}""", """{"paths":["/a/*"],"priority":20}""", null)]
    [InlineData("""{"hosts":["*.example.com"],"priority":10}""", """{"hosts":["api.example.com"],"paths":["/a"],"priority":20}""",
        "app:services.web.routing: never gets a request: services.api (priority 10) takes it first; give the narrower rule the lower priority")]
    [InlineData("""{"paths":["/a/*"],"priority":10}""", """{"paths":["/a/b","/web"],"priority":20}""",
        "app:services.web.routing: /a/b never gets a request: services.api (priority 10) takes it first; give the narrower rule the lower priority")]
    public void ServiceThatNoRequestReaches_IsAWarning(string api, string web, string? expected) => Assert.Equal(
        expected is null ? [] : [expected], Warnings(("services", Services(api, web))));

    [Fact]
    public void PublicPaths_ThatAreAll_LeaveNothingBehindSignIn() => Assert.Equal(
        ["app:authentication.publicPaths: leave nothing of service behind sign-in"], Warnings(SignIn("""["/*"]""")));

    [Fact]
    public void PublicPaths_ThatAnotherServiceTakes_AreNotPublic() => Assert.Equal(
        ["app:authentication.publicPaths: /hooks/* of service are never public: services.api (priority 10) takes them first"],
        Warnings([
            ("services", """{"api":{"image":"api:1","containerPort":81,"routing":{"paths":["/hooks*"],"priority":10,"signIn":false}}}"""),
            .. SignIn("""["/hooks/*"]"""),
        ]));

    [Fact]
    public void PublicPaths_OfAPart_AreAccepted() => Assert.Empty(Warnings(SignIn("""["/hooks/*"]""")));

    private static (string Key, string Json)[] SignIn(string publicPaths) =>
        [("domain", Blocks.Domain), ("authentication", Blocks.Cognito), ("authentication", $$"""{"publicPaths":{{publicPaths}}}""")];

    private static string Services(string api, string web) => $$"""
        {"api":{"image":"api:1","containerPort":81,"routing":{{api}} },"web":{"image":"web:1","containerPort":82,"routing":{{web}} } }
        """;

    private static string[] Warnings(params (string Key, string Json)[] changes) => [.. TestConfigs.With(changes).Warnings.Select(warning => $"{warning}")];
}
