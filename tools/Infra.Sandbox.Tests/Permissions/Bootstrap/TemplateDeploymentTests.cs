using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Infra.Sandbox.Tests.Deployments.Support;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Permissions.Bootstrap;

/// <summary>The bootstrap template is valid, and its script deploys it to the emulator.</summary>
public sealed partial class TemplateDeploymentTests
{
    private const string Provider = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com";

    private static readonly string TemplateFile = RepositoryFiles.Path("bootstrap", "template.yaml");

    [SkippableFact]
    public async Task Template_HasNoFindings()
    {
        RequireTool("cfn-lint");

        var run = await CreateScript.RunAsync("cfn-lint", ["--format", "parseable", TemplateFile], []);

        Assert.Equal((0, "", ""), (run.ExitCode, run.Out.Trim(), run.Error));
    }

    [SkippableFact]
    public async Task Script_DeploysTheTemplate()
    {
        RequireTool("aws");
        await using var emulator = await StartedEmulator.StartAsync();
        using var folder = new TemporaryFolder();
        File.Copy(RepositoryFiles.Path("bootstrap", "create"), folder.File("create"));
        await File.WriteAllTextAsync(folder.File("template.yaml"), KeyTags().Replace(await File.ReadAllTextAsync(TemplateFile), ""));
        var environment = Environment(emulator.Endpoint);

        var run = await CreateScript.RunAsync(folder.File("create"), ["acme/infrastructure", "shop", $"GitHubOidcProviderArn={Provider}"], environment);

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(
            ["pulumi-shop-dev-deploy", "pulumi-shop-dev-preview", "pulumi-shop-prod-deploy", "pulumi-shop-prod-preview"],
            (await AwsAsync(environment, "iam", "list-roles", "--path-prefix", "/bootstrap/"))["Roles"]!.AsArray()
                .Select(role => $"{role!["RoleName"]}").Order(StringComparer.Ordinal));
        Assert.Equal(
            ["DeployPolicy1", "DeployPolicy2", "DeployPolicy3", "DeployPolicy4", "Limits", "ReadPolicy1", "ReadPolicy2"],
            await PoliciesAsync(environment, "pulumi-shop-prod-deploy"));
        Assert.Equal(["Limits", "ReadPolicy1", "ReadPolicy2"], await PoliciesAsync(environment, "pulumi-shop-prod-preview"));
        Assert.Equal(
            "repo:acme/infrastructure:environment:prod",
            $"{(await AwsAsync(environment, "iam", "get-role", "--role-name", "pulumi-shop-prod-deploy"))["Role"]!["AssumeRolePolicyDocument"]!
                ["Statement"]![0]!["Condition"]!["StringEquals"]!["token.actions.githubusercontent.com:sub"]}");
        Assert.Equal(
            ["pulumi-shop-state-123456789012-eu-central-1"],
            (await AwsAsync(environment, "s3api", "list-buckets"))["Buckets"]!.AsArray().Select(bucket => $"{bucket!["Name"]}"));
        Assert.Equal(
            ["alias/pulumi-shop-dev", "alias/pulumi-shop-prod"],
            (await AwsAsync(environment, "kms", "list-aliases"))["Aliases"]!.AsArray().Select(alias => $"{alias!["AliasName"]}")
                .Where(alias => alias.Contains("pulumi", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    private static (string Name, string Value)[] Environment(Uri endpoint) =>
    [
        ("AWS_ENDPOINT_URL", $"{endpoint}"), ("AWS_ACCESS_KEY_ID", "test"), ("AWS_SECRET_ACCESS_KEY", "test"), ("AWS_DEFAULT_REGION", "eu-central-1"),
        ("AWS_CONFIG_FILE", "/dev/null"), ("AWS_SHARED_CREDENTIALS_FILE", "/dev/null"),
    ];

    private static async Task<IEnumerable<string>> PoliciesAsync((string Name, string Value)[] environment, string role) =>
        (await AwsAsync(environment, "iam", "list-attached-role-policies", "--role-name", role))["AttachedPolicies"]!.AsArray()
            .Select(policy => $"{policy!["PolicyName"]}".Split('-')[2])
            .Order(StringComparer.Ordinal);

    private static async Task<JsonNode> AwsAsync((string Name, string Value)[] environment, params string[] arguments)
    {
        var run = await CreateScript.RunAsync("aws", [.. arguments, "--output", "json"], environment);
        Assert.True(run.ExitCode == 0, run.Error);
        return JsonNode.Parse(run.Out)!;
    }

    private static void RequireTool(string name) => Skip.IfNot(
        (System.Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name))),
        $"{name} is not on PATH");

    // moto fails on tags of keys.
    [GeneratedRegex(@"(?<=Resource: ""\*""\n)      Tags:\n        - .*\n        - .*\n")]
    private static partial Regex KeyTags();
}
