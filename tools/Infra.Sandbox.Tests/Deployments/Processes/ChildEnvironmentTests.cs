using Infra.Sandbox.Deployments.Processes;

namespace Infra.Sandbox.Tests.Deployments.Processes;

public sealed class ChildEnvironmentTests
{
    [Theory]
    [InlineData("AWS_ACCESS_KEY_ID")]
    [InlineData("AWS_SECRET_ACCESS_KEY")]
    public void RealCredentials_AreReplacedByDummies(string name) => Assert.Equal("sandbox", Prepared(name)[name]);

    [Theory]
    [InlineData("AWS_SESSION_TOKEN")]
    [InlineData("AWS_PROFILE")]
    [InlineData("AWS_ENDPOINT_URL")]
    [InlineData("AWS_CA_BUNDLE")]
    [InlineData("AWS_WEB_IDENTITY_TOKEN_FILE")]
    [InlineData("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI")]
    [InlineData("TF_VAR_dekart_database_password")]
    [InlineData("TF_WORKSPACE")]
    public void VariablesThatSelectAnotherTarget_AreRemoved(string name) => Assert.DoesNotContain(name, Prepared(name).Keys);

    [Theory]
    [InlineData("AWS_CONFIG_FILE")]
    [InlineData("AWS_SHARED_CREDENTIALS_FILE")]
    public void FilesWithRealCredentials_AreNotRead(string name) => Assert.Equal("/dev/null", Prepared(name)[name]);

    [Theory]
    [InlineData("PATH")]
    [InlineData("HTTPS_PROXY")]
    [InlineData("TF_CLI_CONFIG_FILE")]
    [InlineData("TF_PLUGIN_CACHE_DIR")]
    public void OtherVariables_AreInherited(string name) => Assert.Equal("real", Prepared(name)[name]);

    [Theory]
    [InlineData("AWS_EC2_METADATA_DISABLED")]
    [InlineData("CHECKPOINT_DISABLE")]
    public void CallsToOtherServices_AreDisabled(string name) => Assert.Equal("true", Prepared("PATH")[name]);

    [Fact]
    public void OwnVariables_TakePrecedence()
    {
        var environment = new Dictionary<string, string?> { ["TF_VAR_a"] = "old", ["MOTO_ACM_VALIDATION_WAIT"] = "60" };

        ChildEnvironment.Prepare(environment, new Dictionary<string, string> { ["TF_VAR_a"] = "new", ["MOTO_ACM_VALIDATION_WAIT"] = "0" });

        Assert.Equal("new", environment["TF_VAR_a"]);
        Assert.Equal("0", environment["MOTO_ACM_VALIDATION_WAIT"]);
    }

    private static Dictionary<string, string?> Prepared(string name)
    {
        var environment = new Dictionary<string, string?> { [name] = "real" };
        ChildEnvironment.Prepare(environment, []);
        return environment;
    }
}
