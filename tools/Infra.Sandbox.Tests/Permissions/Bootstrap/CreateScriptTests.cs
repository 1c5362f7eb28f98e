namespace Infra.Sandbox.Tests.Permissions.Bootstrap;

public sealed class CreateScriptTests : IDisposable
{
    private const string Provider = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com";

    private static readonly string[] Arguments = ["acme/infrastructure", "shop"];

    private readonly CreateScript _script = new();

    [SkippableFact]
    public async Task Output_IsWhatToDoNext()
    {
        SkipOnWindows();

        var run = await _script.RunAsync(Arguments);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            """

            On your machine, for each environment:

                pulumi login 's3://pulumi-shop-state?region=eu-central-1'
                pulumi stack init dev --secrets-provider='awskms://alias/pulumi-shop-dev?region=eu-central-1'

            For GitHub Actions, once the environments exist in acme/infrastructure:

                gh variable set AWS_DEPLOY_ROLE_ARN --repo acme/infrastructure --env dev --body arn:dev-deploy
                gh variable set AWS_REGION --repo acme/infrastructure --env dev --body eu-central-1
                gh variable set PULUMI_BACKEND_URL --repo acme/infrastructure --env dev --body 's3://pulumi-shop-state?region=eu-central-1'
                gh variable set AWS_PREVIEW_ROLE_ARN --repo acme/infrastructure --env dev-preview --body arn:dev-preview
                gh variable set AWS_REGION --repo acme/infrastructure --env dev-preview --body eu-central-1
                gh variable set PULUMI_BACKEND_URL --repo acme/infrastructure --env dev-preview --body 's3://pulumi-shop-state?region=eu-central-1'

            """,
            run.Out);
    }

    [SkippableFact]
    public async Task NewAccount_GetsTheRoleOfEcsAndAProvider()
    {
        SkipOnWindows();

        await _script.RunAsync(Arguments);

        Assert.Contains("iam create-service-linked-role --aws-service-name ecs.amazonaws.com", _script.Calls);
        Assert.EndsWith("--parameter-overrides GitHubRepository=acme/infrastructure Application=shop", Deployment());
    }

    [SkippableFact]
    public async Task ExistingRoleAndProvider_AreUsed()
    {
        SkipOnWindows();

        await _script.RunAsync(Arguments, ("ECS_ROLE", "arn:role"), ("PROVIDER", Provider));

        Assert.DoesNotContain(_script.Calls, call => call.Contains("create-service-linked-role", StringComparison.Ordinal));
        Assert.EndsWith($" GitHubOidcProviderArn={Provider}", Deployment());
    }

    // With the parameter, the stack would no longer have the provider that it has created.
    [SkippableFact]
    public async Task ProviderOfTheStackItself_StaysInTheStack()
    {
        SkipOnWindows();

        await _script.RunAsync(Arguments, ("OWNS_PROVIDER", "1"), ("PROVIDER", Provider));

        Assert.DoesNotContain("GitHubOidcProviderArn", Deployment());
    }

    [SkippableFact]
    public async Task Stack_IsProtectedAgainstDeletion()
    {
        SkipOnWindows();

        await _script.RunAsync(Arguments);

        Assert.Contains("cloudformation update-termination-protection --enable-termination-protection --stack-name pulumi-shop", _script.Calls);
    }

    [SkippableFact]
    public async Task FurtherParameters_ArePassedOn()
    {
        SkipOnWindows();

        await _script.RunAsync([.. Arguments, "Environments=dev", "HostedZoneId=Z0123456789"]);

        Assert.EndsWith("Application=shop Environments=dev HostedZoneId=Z0123456789", Deployment());
    }

    [SkippableFact]
    public async Task MissingArguments_PrintTheUsage()
    {
        SkipOnWindows();

        var run = await _script.RunAsync(["acme/infrastructure"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("bootstrap/create <owner>/<repository> <application> [Parameter=value ...]", run.Error);
        Assert.Empty(_script.Calls);
    }

    public void Dispose() => _script.Dispose();

    private static void SkipOnWindows() => Skip.If(OperatingSystem.IsWindows(), "bootstrap/create is for POSIX shells");

    private string Deployment() => Assert.Single(_script.Calls, call => call.StartsWith("cloudformation deploy", StringComparison.Ordinal));
}
