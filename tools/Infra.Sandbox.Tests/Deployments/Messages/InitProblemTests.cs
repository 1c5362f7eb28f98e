using Infra.Sandbox.Deployments.Messages;

namespace Infra.Sandbox.Tests.Deployments.Messages;

public sealed class InitProblemTests
{
    [Fact]
    public void FirstError_IsFound() => Assert.Equal(
        "Failed to query available provider packages",
        InitProblem.In("""
            Initializing the backend...
            ╷
            │ Error: Failed to query available provider packages
            │
            │ Could not retrieve the list
            ╵
            """));

    [Fact]
    public void NoError_IsNull() => Assert.Null(InitProblem.In("Terraform has been successfully initialized!"));

    [Fact]
    public void Message_NamesTheRemedies()
    {
        var sentence = InitProblem.Describe("tofu", "Failed to query");

        Assert.StartsWith("tofu cannot install the provider hashicorp/aws (Failed to query); give it access to its registry, ", sentence);
        Assert.Contains("--plugin-dir", sentence);
        Assert.Contains("TF_CLI_CONFIG_FILE", sentence);
    }
}
