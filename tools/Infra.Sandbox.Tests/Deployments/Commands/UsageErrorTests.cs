using Infra.Sandbox.Deployments.Processes;
using Infra.Sandbox.Tests.Deployments.Support;

namespace Infra.Sandbox.Tests.Deployments.Commands;

public sealed class UsageErrorTests : IDisposable
{
    private readonly SandboxProject _project = new();

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("plan", "dev")]
    [InlineData("up", "dev")]
    [InlineData("destroy", "dev")]
    [InlineData("terraform", "dev", "--out", "document")]
    public async Task RemoteEmulator_RequiresAllowRemote(params string[] arguments)
    {
        var run = await _project.RunAsync(new ToolFinder(null), [.. arguments, "--endpoint", "http://10.0.0.7:4566"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("http://10.0.0.7:4566 is not on this machine; add --allow-remote if it is an emulator", run.Error);
        Assert.False(_project.HasWorkFolder);
    }
}
