using Infra.Tasks;
using Infra.Tests.Support;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Tasks;

public class TaskSecretsTests
{
    private const string SecretArn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:shop-AbCdEf";
    private const string KeyArn = "arn:aws:kms:eu-central-1:123456789012:key/1";
    private const string ParameterArn = "arn:aws:ssm:eu-central-1:123456789012:parameter/shop/token";

    [Theory]
    [InlineData("""{"from":"database.password"}""", "arn:Secret:shop-database:password::SecretVersion:shop-database", "secretsmanager:GetSecretValue arn:Secret:shop-database")]
    [InlineData("""{"from":"database.url"}""", "arn:Secret:shop-database:url::SecretVersion:shop-database", "secretsmanager:GetSecretValue arn:Secret:shop-database")]
    [InlineData("""{"ssmParameter":"/shop/token"}""", ParameterArn, $"ssm:GetParameters {ParameterArn}")]
    [InlineData("""{"ssmParameter":"token"}""", "arn:aws:ssm:eu-central-1:123456789012:parameter/token",
        "ssm:GetParameters arn:aws:ssm:eu-central-1:123456789012:parameter/token")]
    [InlineData($$"""{"secretArn":"{{SecretArn}}"}""", SecretArn, $"secretsmanager:GetSecretValue {SecretArn}")]
    [InlineData($$"""{"secretArn":"{{SecretArn}}","jsonKey":"token"}""", $"{SecretArn}:token::", $"secretsmanager:GetSecretValue {SecretArn}")]
    [InlineData("""{"config":"token"}""", "arn:Secret:shop-task-secrets-API_TOKEN:::SecretVersion:shop-task-secrets-API_TOKEN", "secretsmanager:GetSecretValue arn:Secret:shop-task-secrets-API_TOKEN")]
    [InlineData("""{"generatedLength":48}""", "arn:Secret:shop-task-secrets-API_TOKEN:::SecretVersion:shop-task-secrets-API_TOKEN", "secretsmanager:GetSecretValue arn:Secret:shop-task-secrets-API_TOKEN")]
    public async Task Source_HasValueFromAndPermission(string source, string valueFrom, string permission)
    {
        var secrets = (await Run($$"""{"API_TOKEN":{{source}}}""")).Component<TaskSecrets>();

        var (variable, from) = Assert.Single(await OutputUtilities.GetValueAsync(secrets.ValuesFrom));
        Assert.Equal("API_TOKEN", variable);
        Assert.Equal(valueFrom, from);
        Assert.Equal([permission], await Permissions(secrets));
    }

    [Fact]
    public async Task CustomerKeys_AllowDecrypt()
    {
        var run = await Run($$$"""
            {"A":{"ssmParameter":"a","kmsKeyArn":"{{{KeyArn}}}"},"B":{"secretArn":"{{{SecretArn}}}","kmsKeyArn":"{{{KeyArn}}}"}}
            """);

        Assert.Contains($"kms:Decrypt {KeyArn}", await Permissions(run.Component<TaskSecrets>()));
    }

    [Fact]
    public async Task SeveralSources_ShareStatementPerStore()
    {
        var run = await Run($$$"""
            {"A":{"from":"database.url"},"B":{"from":"database.password"},"C":{"secretArn":"{{{SecretArn}}}"},"D":{"ssmParameter":"a"},"E":{"ssmParameter":"b"}}
            """);

        Assert.Equal(
            [
                $"secretsmanager:GetSecretValue arn:Secret:shop-database {SecretArn}",
                "ssm:GetParameters arn:aws:ssm:eu-central-1:123456789012:parameter/a arn:aws:ssm:eu-central-1:123456789012:parameter/b",
            ],
            await Permissions(run.Component<TaskSecrets>()));
    }

    [Theory]
    [InlineData("""{"from":"database.url"}""")]
    [InlineData("""{"ssmParameter":"/shop/token"}""")]
    [InlineData($$"""{"secretArn":"{{SecretArn}}"}""")]
    public async Task ExistingSource_IsNotStored(string source)
    {
        var run = await Run($$"""{"API_TOKEN":{{source}}}""");

        Assert.DoesNotContain(run.Resources, resource => resource.Name.StartsWith("shop-task-secrets-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ConfigValue_IsStored()
    {
        var run = await Run("""{"API_TOKEN":{"config":"token"}}""");

        Assert.Equal("the-token", run.Find<SecretsManager.SecretVersion>("shop-task-secrets-API_TOKEN")["secretString"]);
        ResourceAssert.Inputs(
            """{"description":"API_TOKEN of a task","recoveryWindowInDays":7}""",
            run.Find<SecretsManager.Secret>("shop-task-secrets-API_TOKEN"));
    }

    [Fact]
    public async Task GeneratedValue_IsStored()
    {
        var run = await Run("""{"API_TOKEN":{"generatedLength":48}}""");

        ResourceAssert.Inputs("""{"length":48,"special":false}""", run.Find<Pulumi.Random.RandomPassword>("shop-task-secrets-API_TOKEN"));
        Assert.Equal(
            MockedOutputs.Generated("shop-task-secrets-API_TOKEN"),
            run.Find<SecretsManager.SecretVersion>("shop-task-secrets-API_TOKEN")["secretString"]);
    }

    [Fact]
    public async Task Variables_DifferingInCase_AreTwoSecrets()
    {
        var run = await Run("""{"Token":{"generatedLength":32},"TOKEN":{"generatedLength":32}}""");

        Assert.Equal(["shop-task-secrets-TOKEN", "shop-task-secrets-Token"], Stored(run));
    }

    [Theory]
    [InlineData("""{"from":"database.url"}""", "shop-database")]
    [InlineData("""{"config":"token"}""", "shop-task-secrets-API_TOKEN")]
    [InlineData("""{"generatedLength":48}""", "shop-task-secrets-API_TOKEN")]
    public async Task ValuesFrom_DependsOnStoredValue(string source, string version)
    {
        var secrets = (await Run($$"""{"API_TOKEN":{{source}}}""")).Component<TaskSecrets>();

        var needed = await OutputUtilities.GetDependenciesAsync(secrets.ValuesFrom);
        Assert.Contains(needed, resource => resource is SecretsManager.SecretVersion && resource.GetResourceName() == version);
    }

    private static IEnumerable<string> Stored(StackRun run) => run.All<SecretsManager.Secret>()
        .Select(secret => secret.Name)
        .Where(name => name.StartsWith("shop-task-secrets-", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    // Each statement as "action resource …".
    private static async Task<IReadOnlyList<string>> Permissions(TaskSecrets secrets) =>
    [
        .. (await OutputUtilities.GetValueAsync(secrets.Permissions))
            .Select(statement => $"{Assert.Single(statement.Actions)} {string.Join(' ', statement.Resources)}"),
    ];

    private static Task<StackRun> Run(string secrets)
    {
        var config = TestConfigs.With(
            ("database", Blocks.Database),
            ("service", $$"""{"secrets":{{secrets}}}"""),
            ("secretRecoveryWindowDays", "7"),
            ("token", secrets.Contains("config", StringComparison.Ordinal) ? "secret:the-token" : "-"));
        return TestParts.Run(config, parts => _ = new TaskSecrets(
            "shop-task-secrets", new TaskSecretsArgs { Host = parts.Tasks, Secrets = config.Service!.Secrets }));
    }
}
