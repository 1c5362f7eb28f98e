using Infra.Tests.Support;

namespace Infra.Tests.SignIn;

public sealed class AuthenticationRulesTests
{
    private const string Domain = """{"name":"shop.example.com","hostedZoneName":"example.com"}""";
    private const string UserPool = "\"userPool\":{\"domainPrefix\":\"shop\",\"deletionProtection\":false}";

    private const string Cognito = """
        "cognito":{"userPoolArn":"arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_A",
        "userPoolClientId":"a","userPoolDomain":"shop"}
        """;

    private const string Oidc = """
        "oidc":{"issuer":"https://id.example.com","authorizationEndpoint":"https://id.example.com/a","tokenEndpoint":"https://id.example.com/t",
        "userInfoEndpoint":"https://id.example.com/u","clientId":"shop","clientSecretConfig":"oidcSecret"}
        """;

    [Theory]
    [InlineData(Cognito)]
    [InlineData(UserPool)]
    public void Providers_One_IsAccepted(string provider) => Assert.Empty(Of(provider, ("domain", Domain)));

    [Fact]
    public void Authentication_WithoutDomain_IsRejected() =>
        Assert.Equal(["app:domain: is required by authentication: users sign in over HTTPS only"], Of(UserPool));

    [Theory]
    [InlineData("")]
    [InlineData($"{Cognito},{UserPool}")]
    public void Providers_NoneOrTwo_AreRejected(string providers) => Assert.Equal(
        ["app:authentication: needs exactly one of cognito, userPool and oidc"], Of(providers, ("domain", Domain)));

    [Theory]
    [InlineData(UserPool, "app:domain.alternativeNames[1]: *.shop.example.com does not allow sign-in: "
        + "callback URLs of a user pool have no wildcards; list each name")]
    [InlineData(Cognito, null)] // its client may list each name
    public void UserPool_WithWildcardName_GetsAWarning(string provider, string? warning) => Assert.Equal(
        warning is null ? [] : [warning],
        Warnings.Of(
            ("authentication", $"{{{provider}}}"),
            ("domain", """{"name":"shop.example.com","alternativeNames":["www.example.com","*.shop.example.com"],"hostedZoneName":"example.com"}""")));

    [Theory]
    [InlineData("openid profile aws.cognito.signin.user.admin", null)]
    [InlineData("email openid orders/read", "app:authentication.scope: orders/read is not a scope of the stack's user pool; "
        + "use openid, email, phone, profile or aws.cognito.signin.user.admin")]
    public void UserPool_WithUnknownScope_IsRejected(string scope, string? problem) => Assert.Equal(
        problem is null ? [] : [problem], Of($"{UserPool},\"scope\":\"{scope}\"", ("domain", Domain)));

    [Fact]
    public void Authentication_WithSeveralProblems_ReportsAll() => Assert.Equal(
        [
            "app:domain: is required by authentication: users sign in over HTTPS only",
            "app:authentication.sessionTimeoutSeconds: 0 is out of range; use 1 to 604800",
            "app:authentication: needs exactly one of cognito, userPool and oidc",
        ],
        Of($"{Cognito},{UserPool},\"sessionTimeoutSeconds\":0"));

    [Theory]
    [InlineData("internal", "none", "app:loadBalancer.scheme: internal with authentication needs network.natGateways single or onePerZone: "
        + "the load balancer calls the identity provider")]
    [InlineData("internal", "single", null)]
    [InlineData("internetFacing", "none", null)]
    public void InternalLoadBalancer_WithoutNatGateway_IsRejected(string scheme, string natGateways, string? problem) => Assert.Equal(
        problem is null ? [] : new[] { problem },
        Of(
            UserPool,
            ("domain", Domain),
            ("loadBalancer", $$"""{"scheme":"{{scheme}}"}"""),
            ("network", $$"""{"natGateways":"{{natGateways}}"}""")));

    [Theory]
    [InlineData("-", "app:oidcSecret does not exist; set it with `pulumi config set --secret oidcSecret <value>`")]
    [InlineData("hunter2", "app:oidcSecret is not encrypted; set it again with `pulumi config set --secret oidcSecret <value>`")]
    public void ClientSecret_MissingOrNotEncrypted_IsRejected(string value, string problem) => Assert.Equal(
        [$"app:authentication.oidc.clientSecretConfig: {problem}"], Of(Oidc, ("domain", Domain), ("oidcSecret", value)));

    [Fact]
    public void ClientSecret_Encrypted_IsAccepted() => Assert.Empty(Of(Oidc, ("domain", Domain), ("oidcSecret", "secret:hunter2")));

    [Fact]
    public void OidcUrl_Invalid_IsRejected() => Assert.Equal(
        ["app:authentication.oidc.tokenEndpoint: \"https://id.example.com:99999/t\" is not a URL; use one such as https://login.example.com/path"],
        Of(
            Oidc.Replace("https://id.example.com/t", "https://id.example.com:99999/t", StringComparison.Ordinal),
            ("domain", Domain), ("oidcSecret", "secret:hunter2")));

    private static IReadOnlyList<string> Of(string keys, params (string Key, string Json)[] changes) =>
        Problems.Of([("authentication", $$"""{{{keys}}}"""), .. changes]);
}
