using System.Diagnostics;
using System.Text.Json;
using Infra.Sandbox.Deployments.Processes;

namespace Infra.Sandbox.Tests.Deployments.Processes;

public sealed class ProcessIdentityTests
{
    [Fact]
    public void RunningProcess_IsAlive()
    {
        var identity = ProcessIdentity.Of(Environment.ProcessId)!;

        Assert.True(JsonSerializer.Deserialize<ProcessIdentity>(JsonSerializer.Serialize(identity))!.IsAlive);
        Assert.Equal(identity, ProcessIdentity.Of(Environment.ProcessId));
    }

    [Fact]
    public void ReusedProcessId_IsNotAlive() =>
        Assert.False((ProcessIdentity.Of(Environment.ProcessId)! with { Start = "before" }).IsAlive);

    [SkippableFact]
    public async Task EndedProcess_IsNotAlive()
    {
        Skip.If(OperatingSystem.IsWindows(), "there is no sleep");
        using var process = Process.Start("sleep", "60");
        var identity = ProcessIdentity.Of(process.Id)!;

        await ToolProcess.EndAsync(identity);

        Assert.False(identity.IsAlive);
        Assert.Null(ProcessIdentity.Of(process.Id));
    }
}
