using System.Diagnostics;

namespace Infra.Sandbox.Deployments.Processes;

/// <summary>A process that outlives this one.</summary>
internal sealed class DetachedProcess(Process process, string outputFile) : IDisposable
{
    /// <summary>None when it has already ended.</summary>
    public ProcessIdentity? Identity { get; } = ProcessIdentity.Of(process.Id);

    public bool HasExited => process.HasExited;

    public int ExitCode => process.ExitCode;

    /// <summary>What it says, as it says it, until it has ended.</summary>
    public IAsyncEnumerable<string> Lines() => LogFollower.LinesAsync(outputFile, () => process.HasExited);

    public void Interrupt() => ToolProcess.Interrupt(process.Id);

    public void Dispose() => process.Dispose();
}
