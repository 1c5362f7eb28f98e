using Infra.Tests.Support;

namespace Infra.Tests.Tasks;

public sealed class SecretRulesTests
{
    private const string Arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:shop-AbCdEf";
    private const string Key = "arn:aws:kms:eu-central-1:123456789012:key/1";

    private const string Database = """
        {"engineVersion":17,"instanceClass":"db.t4g.micro","name":"shop","username":"shop","allocatedStorageGiB":20,"maxAllocatedStorageGiB":50,
         "multiAz":false,"backupRetentionDays":1,"deletionProtection":false,"finalSnapshot":false,"tls":"require"}
        """;

    [Theory]
    [InlineData("\"from\":\"database.password\"")]
    [InlineData("\"from\":\"database.url\"")]
    [InlineData("\"ssmParameter\":\"/shop/token\"")]
    [InlineData($"\"ssmParameter\":\"/shop/token\",\"kmsKeyArn\":\"{Key}\"")]
    [InlineData($"\"secretArn\":\"{Arn}\"")]
    [InlineData($"\"secretArn\":\"{Arn}\",\"jsonKey\":\"token\",\"kmsKeyArn\":\"{Key}\"")]
    [InlineData("\"config\":\"token\"")]
    [InlineData("\"generatedLength\":24")]
    [InlineData("\"generatedLength\":24,\"generatedVersion\":2")]
    public void Source_Alone_IsAccepted(string source) =>
        Assert.Empty(Of(source, ("database", Database), Token(source)));

    [Theory]
    [InlineData("")]
    [InlineData("\"jsonKey\":\"token\"")]
    [InlineData("\"ssmParameter\":\"/shop/token\",\"generatedLength\":24")]
    [InlineData($"\"from\":\"database.url\",\"secretArn\":\"{Arn}\",\"config\":\"token\"")]
    public void Sources_NoneOrSeveral_AreRefused(string sources) => Assert.Equal(
        ["app:service.secrets.TOKEN: set exactly one of from, ssmParameter, secretArn, config and generatedLength"],
        Of(sources, ("database", Database), Token(sources)));

    [Theory]
    [InlineData("/aws/reference/secretsmanager/shop", "refers to a secret in Secrets Manager; use secretArn instead")]
    [InlineData("/aws/service/ecs/token", "begins with aws or ssm, which AWS reserves for its own parameters")]
    [InlineData("/SSM", "begins with aws or ssm, which AWS reserves for its own parameters")]
    [InlineData("AwsToken", "begins with aws or ssm, which AWS reserves for its own parameters")]
    [InlineData("/awsome/token")]
    [InlineData("/shop/aws/token")]
    [InlineData("token.aws")]
    public void Parameter_WithReservedName_IsRefused(string name, params string[] problems) => Assert.Equal(
        problems.Select(problem => $"app:service.secrets.TOKEN.ssmParameter: {problem}"), Of($"\"ssmParameter\":\"{name}\""));

    [Theory]
    [InlineData("\"ssmParameter\":\"/shop/token\",\"jsonKey\":\"token\"", "jsonKey requires secretArn")]
    [InlineData("\"generatedLength\":24,\"jsonKey\":\"token\"", "jsonKey requires secretArn")]
    [InlineData("\"ssmParameter\":\"/shop/token\",\"generatedVersion\":2", "generatedVersion requires generatedLength")]
    [InlineData($"\"generatedLength\":24,\"kmsKeyArn\":\"{Key}\"", "kmsKeyArn requires secretArn or ssmParameter")]
    public void Option_OfOtherSource_IsRefused(string keys, string problem) =>
        Assert.Equal([$"app:service.secrets.TOKEN: {problem}"], Of(keys));

    [Theory]
    [InlineData("password")]
    [InlineData("url")]
    public void From_MissingDatabase_IsRefused(string part) => Assert.Equal(
        [$"app:service.secrets.TOKEN.from: database.{part} does not exist: this stack has no database; add app:database or remove it"], Of($"\"from\":\"database.{part}\""));

    [Fact]
    public void Config_Missing_IsRefused() => Assert.Equal(
        ["app:service.secrets.TOKEN.config: app:token does not exist; set it with `pulumi config set --secret token <value>`"],
        Of("\"config\":\"token\""));

    [Fact]
    public void Config_NotEncrypted_IsRefusedWithoutValue() => Assert.Equal(
        ["app:service.secrets.TOKEN.config: app:token is not encrypted; set it again with `pulumi config set --secret token <value>`"],
        Of("\"config\":\"token\"", ("token", "hunter2")));

    [Fact]
    public void Variable_AlsoInEnvironment_IsRefused() => Assert.Equal(
        ["app:service.environment.TOKEN: is also set in service.secrets; remove one of them"],
        Problems.Of(("service", """{"secrets":{"TOKEN":{"generatedLength":24}},"environment":{"TOKEN":"a","OTHER":"b"}}""")));

    // A secret value that nothing refers to would be an unknown key.
    private static (string Key, string Json) Token(string source) =>
        ("token", source.Contains("config", StringComparison.Ordinal) ? "secret:hunter2" : "-");

    private static IReadOnlyList<string> Of(string keys, params (string Key, string Json)[] changes) =>
        Problems.Of([("service", "{\"secrets\":{\"TOKEN\":{" + keys + "}}}"), .. changes]);
}
