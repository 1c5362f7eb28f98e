using Infra.SignIn;
using Infra.Tests.Support;

namespace Infra.Tests.SignIn;

public class UserPoolTests
{
    [Fact]
    public async Task UserPool_Users_AreInvitedByAnAdministrator() => ResourceAssert.Inputs(
        """
        {
          "usernameAttributes": ["email"],
          "usernameConfiguration": {"caseSensitive": false},
          "userAttributeUpdateSettings": {"attributesRequireVerificationBeforeUpdates": ["email"]},
          "accountRecoverySetting": {"recoveryMechanisms": [{"name": "verified_email", "priority": 1}]},
          "mfaConfiguration": "OPTIONAL",
          "softwareTokenMfaConfiguration": {"enabled": true},
          "autoVerifiedAttributes": ["email"],
          "deletionProtection": "INACTIVE",
          "adminCreateUserConfig": {"allowAdminCreateUserOnly": true},
          "passwordPolicy": {
            "minimumLength": 12,
            "requireLowercase": true,
            "requireUppercase": true,
            "requireNumbers": true,
            "requireSymbols": false,
            "temporaryPasswordValidityDays": 7
          }
        }
        """,
        (await Run()).Single<Cognito.UserPool>());

    [Theory]
    [InlineData(true, "ACTIVE")]
    [InlineData(false, "INACTIVE")]
    public async Task UserPool_DeletionProtection_AppliesInAwsAndPulumi(bool isProtected, string inAws)
    {
        var pool = (await Run(isProtected)).Single<Cognito.UserPool>();

        Assert.Equal(inAws, pool["deletionProtection"]);
        Assert.Equal(isProtected, pool.Options.Protect);
    }

    [Fact]
    public async Task UserPool_AppClient_MeetsTheRequirementsOfLoadBalancers() => ResourceAssert.Inputs(
        """
        {
          "userPoolId": "UserPool:shop-users",
          "generateSecret": true,
          "allowedOauthFlowsUserPoolClient": true,
          "allowedOauthFlows": ["code"],
          "allowedOauthScopes": ["email", "openid"],
          "callbackUrls": ["https://shop.example.com/oauth2/idpresponse", "https://www.example.com/oauth2/idpresponse"],
          "supportedIdentityProviders": ["COGNITO"],
          "explicitAuthFlows": ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"],
          "preventUserExistenceErrors": "ENABLED",
          "enableTokenRevocation": true
        }
        """,
        (await Run()).Single<Cognito.UserPoolClient>());

    [Fact]
    public async Task UserPool_Domain_HasTheConfiguredPrefix()
    {
        var run = await Run();

        ResourceAssert.Kinds(run, "UserPool", "UserPoolClient", "UserPoolDomain");
        ResourceAssert.Inputs("""{"userPoolId":"UserPool:shop-users","domain":"shop-users"}""", run.Single<Cognito.UserPoolDomain>());
    }

    private static Task<StackRun> Run(bool isProtected = false) => StackRun.OfComponent(context => _ = new UserPool("shop-users", new UserPoolArgs
    {
        Config = new() { DomainPrefix = "shop-users", DeletionProtection = isProtected },
        DomainNames = ["shop.example.com", "*.shop.example.com", "www.example.com"],
        Scopes = ["email", "openid"],
    }));
}
