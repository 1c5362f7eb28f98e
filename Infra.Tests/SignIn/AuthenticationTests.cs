using Infra.SignIn;
using Infra.Tests.Support;
using Pulumi;

namespace Infra.Tests.SignIn;

public class AuthenticationTests
{
    [Fact]
    public async Task Action_WithExistingUserPool_IsForCognitoWithoutNewResources()
    {
        var (run, rule) = await Run(Blocks.Cognito, """{"sessionTimeoutSeconds":3600}""");

        Assert.Empty(run.All<UserPool>());
        ResourceAssert.Inputs(
            Rule("""
                {
                  "type": "authenticate-cognito",
                  "authenticateCognito": {
                    "userPoolArn": "arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_Shop",
                    "userPoolClientId": "clientofshop",
                    "userPoolDomain": "shop-users",
                    "scope": "email openid",
                    "sessionTimeout": 3600,
                    "onUnauthenticatedRequest": "authenticate"
                  }
                }
                """),
            rule);
    }

    [Fact]
    public async Task Action_WithOwnUserPool_IsForThatUserPool()
    {
        var (run, rule) = await Run(Blocks.UserPool, """{"scope":"openid profile"}""");

        Assert.Single(run.All<UserPool>());
        Assert.Equal("authenticate-cognito", rule["actions[0].type"]);
        Assert.Equal("arn:UserPool:shop-users", rule["actions[0].authenticateCognito.userPoolArn"]);
        Assert.Equal("UserPoolClient:shop-users", rule["actions[0].authenticateCognito.userPoolClientId"]);
        Assert.Equal("shop-users", rule["actions[0].authenticateCognito.userPoolDomain"]);
        Assert.Equal("openid profile", rule["actions[0].authenticateCognito.scope"]);
        Assert.Equal(["openid", "profile"], run.Single<Cognito.UserPoolClient>().Strings("allowedOauthScopes"));
    }

    [Fact]
    public async Task Action_WithOidc_HasTheUrlsOfTheProvider()
    {
        var (_, rule) = await Run(Blocks.Oidc);

        ResourceAssert.Inputs(
            Rule("""
                {
                  "type": "authenticate-oidc",
                  "authenticateOidc": {
                    "issuer": "https://login.example.com",
                    "authorizationEndpoint": "https://login.example.com/authorize",
                    "tokenEndpoint": "https://login.example.com/token",
                    "userInfoEndpoint": "https://login.example.com/userinfo",
                    "clientId": "shop",
                    "clientSecret": "the-client-secret",
                    "scope": "email openid",
                    "sessionTimeout": 604800,
                    "onUnauthenticatedRequest": "authenticate"
                  }
                }
                """),
            rule);
    }

    [Fact]
    public async Task Action_WithOidc_MarksTheClientSecretAsSecret()
    {
        var (_, rule) = await Run(Blocks.Oidc);

        Assert.True(await Output.IsSecretAsync(((Lb.ListenerRuleArgs)rule.Args).Actions.ToOutput()
            .Apply(actions => actions[0].AuthenticateOidc.ToOutput())
            .Apply(oidc => oidc!.ClientSecret.ToOutput())));
    }

    private static string Rule(string action) => $$"""{"listenerArn":"arn:listener","conditions":[],"actions":[{{action}}]}""";

    // The action is registered as an input of a rule, so that the mock records it.
    private static async Task<(StackRun Run, RegisteredResource Rule)> Run(string provider, string changes = "{}")
    {
        var config = TestConfigs.With(
            ("domain", Blocks.Domain),
            ("authentication", provider),
            ("authentication", changes),
            ("oidcSecret", provider == Blocks.Oidc ? "secret:the-client-secret" : "-"));
        var run = await StackRun.OfComponent(context => _ = new Lb.ListenerRule(
            "rule",
            new Lb.ListenerRuleArgs { ListenerArn = "arn:listener", Conditions = [], Actions = [Action(config)] }));
        return (run, run.Single<Lb.ListenerRule>());
    }

    private static Lb.Inputs.ListenerRuleActionArgs Action(StackConfig config) => Authentication.CreateAction(
        "shop-users",
        new AuthenticationArgs { Config = config.Authentication!, DomainNames = config.Domain!.Names, SecretValues = config.SecretValues });
}
