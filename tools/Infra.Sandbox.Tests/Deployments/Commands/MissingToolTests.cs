using Infra.Sandbox.Deployments.Processes;
using Infra.Sandbox.Tests.Deployments.Support;

namespace Infra.Sandbox.Tests.Deployments.Commands;

/// <summary>A missing tool is reported in one sentence with exit code 3, before anything is created.</summary>
public sealed class MissingToolTests : IDisposable
{
    private readonly SandboxProject _project = new();
    private readonly TemporaryFolder _tools = new();

    public void Dispose()
    {
        _project.Dispose();
        _tools.Dispose();
    }

    [Theory]
    [InlineData("validate", "dev")]
    [InlineData("plan", "dev")]
    [InlineData("up", "dev")]
    [InlineData("destroy", "dev")]
    [InlineData("terraform", "dev", "--out", "document")]
    public async Task MissingTerraform_IsReported(params string[] arguments)
    {
        var run = await RunAsync(arguments);

        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("neither terraform nor tofu is on PATH; install ", run.Error);
        Assert.Empty(run.Out);
        Assert.False(_project.HasWorkFolder);
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("up")]
    public async Task MissingEmulator_IsReported(string command)
    {
        _tools.WriteProgram("terraform", "exit 1");

        var run = await RunAsync(command, "dev");

        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("moto_server is not on PATH; ", run.Error);
        Assert.False(_project.HasWorkFolder);
    }

    [SkippableTheory]
    [InlineData("validate", "dev")]
    [InlineData("up", "dev")]
    [InlineData("terraform", "dev", "--out", "document")]
    public async Task MissingProvider_IsReported(params string[] arguments)
    {
        Skip.If(OperatingSystem.IsWindows(), "there is no /bin/sh");
        _tools.WriteProgram("terraform", "echo 'Error: Failed to query available provider packages'; exit 1");
        _tools.WriteProgram("moto_server", "exit 1");

        var run = await RunAsync(arguments);

        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("terraform cannot install the provider hashicorp/aws (Failed to query available provider packages); ", run.Error);
        Assert.DoesNotContain('\n', run.Error);
        Assert.False(_project.HasWorkFolder);
        Assert.False(Directory.Exists(_project.File("document")));
    }

    private Task<CommandRun> RunAsync(params string[] arguments) => _project.RunAsync(new ToolFinder(_tools.Path), arguments);
}
