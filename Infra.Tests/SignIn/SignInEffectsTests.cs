using Infra.Tests.Support;

namespace Infra.Tests.SignIn;

public sealed class SignInEffectsTests
{
    private static readonly (string Key, string Json)[] SignIn = [("domain", Blocks.Domain), ("authentication", Blocks.UserPool)];

    [Theory]
    [InlineData("true", "refused: app:service.routing.signIn: needs authentication: without it nobody signs in")]
    [InlineData("false", null)]
    public void SignIn_WithoutAuthentication_IsRejected(string signIn, string? answer) => Assert.Equal(
        Answers.Expected(answer), Answers.Of(("service", $$$"""{"routing":{"signIn":{{{signIn}}}}}""")));

    [Theory]
    [InlineData("true", null)]
    [InlineData("false", "warned: app:authentication: has no effect: routing.signIn is false for every service")]
    public void Authentication_WithoutSignInOfAnyService_GetsAWarning(string signIn, string? answer) => Assert.Equal(
        Answers.Expected(answer), Answers.Of([.. SignIn, ("service", $$$"""{"routing":{"signIn":{{{signIn}}}}}""")]));

    [Theory]
    [InlineData("/shop/webhooks/*", null)]
    [InlineData("/*", "warned: app:authentication.publicPaths: cover every request to service, so none of them requires sign-in")]
    [InlineData("/webhooks/*", "refused: app:authentication.publicPaths[0]: /webhooks/* matches no path of a service with sign-in")]
    public void PublicPath_WithoutMatchingService_IsRejected(string path, string? answer) => Assert.Equal(
        Answers.Expected(answer),
        Answers.Of(
            [.. SignIn, ("authentication", $$"""{"publicPaths":["{{path}}"]}"""), ("service", """{"routing":{"paths":["/shop/*"],"priority":9}}""")]));
}
