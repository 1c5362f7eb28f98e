using Infra.Tests.Support;

namespace Infra.Tests.Tasks;

public sealed class CredentialRulesTests
{
    private const string OverridesRole =
        "overrides the task role: buckets, queues, permissions and exec are then limited to what this access key allows; remove it unless that is intended";

    private const string Source = """{"ssmParameter":"/shop/key"}""";

    [Theory]
    [InlineData("service", "environment", "\"AKIAIOSFODNN7EXAMPLE\"")]
    [InlineData("service", "secrets", Source)]
    [InlineData("services.admin", "environment", "\"AKIAIOSFODNN7EXAMPLE\"")]
    [InlineData("jobs.report", "secrets", Source)]
    public void AccessKey_InTask_Warns(string task, string block, string value) => Assert.Equal(
        [$"app:{task}.{block}.AWS_ACCESS_KEY_ID: {OverridesRole}"],
        Warnings(task, $$$"""{"{{{block}}}":{"AWS_ACCESS_KEY_ID":{{{value}}}}}"""));

    [Fact]
    public void OtherVariables_AreAccepted() => Assert.Empty(
        Warnings("service", """{"environment":{"AWS_REGION":"eu-central-1","ACCESS_KEY_ID":"x"},"secrets":{"AWS_KEY":{"ssmParameter":"/shop/key"}}}"""));

    [Theory]
    [InlineData("AWS_SECRET_ACCESS_KEY")]
    [InlineData("AWS_SESSION_TOKEN")]
    public void SecretKey_InEnvironment_IsRefused(string variable)
    {
        Assert.Equal(
            [$"app:service.environment.{variable}: would be readable in the task definition; move it to service.secrets"],
            Problems.Of(("service", $$$"""{"environment":{"{{{variable}}}":"x"}}""")));
        Assert.Empty(Problems.Of(("service", $$$"""{"secrets":{"{{{variable}}}":{{{Source}}}}}""")));
    }

    private static IEnumerable<string> Warnings(string path, string task) => TestConfigs
        .Load(path.Split('.') is [var block, var name]
            ? (block, $$$"""{"{{{name}}}":{{{task[..^1]}}},"image":"app:1"}}""")
            : (path, task))
        .Warnings.Select(warning => $"{warning}");
}
