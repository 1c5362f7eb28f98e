using Infra.Domains;
using Pulumi;

namespace Infra.SignIn;

internal sealed record UserPoolArgs
{
    public required UserPoolConfig Config { get; init; }

    /// <summary>The domain names of the load balancer.</summary>
    public required IReadOnlyList<string> DomainNames { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }
}

/// <summary>A Cognito user pool whose users are invited by an administrator, with an app client for the load balancer.</summary>
internal sealed class UserPool : ComponentResource
{
    private const string Type = "infra:index:UserPool";
    private const int MinimumPasswordLength = 12;

    private readonly string _name;

    public UserPool(string name, UserPoolArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        _name = name;
        var pool = CreatePool(args.Config);
        var client = CreateClient(pool, args);
        var domain = CreateDomain(pool, args.Config.DomainPrefix);

        Arn = pool.Arn;
        ClientId = client.Id;
        Domain = domain.Domain;
        RegisterOutputs();
    }

    [Output("arn")]
    public Output<string> Arn { get; }

    [Output("clientId")]
    public Output<string> ClientId { get; }

    [Output("domain")]
    public Output<string> Domain { get; }

    private Cognito.UserPoolDomain CreateDomain(Cognito.UserPool pool, string prefix)
    {
        var options = this.Child();
        // A user pool has one domain with a prefix.
        options.DeleteBeforeReplace = true;
        return new Cognito.UserPoolDomain(_name, new Cognito.UserPoolDomainArgs { UserPoolId = pool.Id, Domain = prefix }, options);
    }

    private Cognito.UserPool CreatePool(UserPoolConfig config) => new(
        _name,
        new Cognito.UserPoolArgs
        {
            UsernameAttributes = ["email"],
            // Cannot be changed later. Case-sensitive, Ann@example.com and ann@example.com would be two users.
            UsernameConfiguration = new Cognito.Inputs.UserPoolUsernameConfigurationArgs { CaseSensitive = false },
            AutoVerifiedAttributes = ["email"],
            UserAttributeUpdateSettings = new Cognito.Inputs.UserPoolUserAttributeUpdateSettingsArgs
            {
                AttributesRequireVerificationBeforeUpdates = ["email"],
            },
            AccountRecoverySetting = new Cognito.Inputs.UserPoolAccountRecoverySettingArgs
            {
                RecoveryMechanisms =
                [
                    new Cognito.Inputs.UserPoolAccountRecoverySettingRecoveryMechanismArgs { Name = "verified_email", Priority = 1 },
                ],
            },
            MfaConfiguration = "OPTIONAL",
            SoftwareTokenMfaConfiguration = new Cognito.Inputs.UserPoolSoftwareTokenMfaConfigurationArgs { Enabled = true },
            DeletionProtection = config.DeletionProtection ? "ACTIVE" : "INACTIVE",
            AdminCreateUserConfig = new Cognito.Inputs.UserPoolAdminCreateUserConfigArgs { AllowAdminCreateUserOnly = true },
            PasswordPolicy = PlanPasswordPolicy(),
        },
        this.DataChild(config.DeletionProtection));

    private static Cognito.Inputs.UserPoolPasswordPolicyArgs PlanPasswordPolicy() => new()
    {
        MinimumLength = MinimumPasswordLength,
        RequireLowercase = true,
        RequireUppercase = true,
        RequireNumbers = true,
        RequireSymbols = false,
        TemporaryPasswordValidityDays = 7,
    };

    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html#cognito-requirements
    private Cognito.UserPoolClient CreateClient(Cognito.UserPool pool, UserPoolArgs args) => new(
        _name,
        new Cognito.UserPoolClientArgs
        {
            UserPoolId = pool.Id,
            GenerateSecret = true,
            AllowedOauthFlowsUserPoolClient = true,
            AllowedOauthFlows = ["code"],
            AllowedOauthScopes = [.. args.Scopes],
            CallbackUrls = [.. args.DomainNames.Where(name => !CertificateNames.IsWildcard(name)).Select(name => $"https://{name}/oauth2/idpresponse")],
            SupportedIdentityProviders = ["COGNITO"],
            // The default without ALLOW_CUSTOM_AUTH; no flow sends the password in plain text.
            ExplicitAuthFlows = ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"],
            // Failed sign-ins do not reveal whether a user exists.
            PreventUserExistenceErrors = "ENABLED",
            EnableTokenRevocation = true,
        },
        this.Child());
}
