using System.Diagnostics;

namespace Infra.Sandbox.Deployments.Processes;

/// <summary>A process that continues to run after this one.</summary>
internal sealed class DetachedProcess(Process process, string outputFile) : IDisposable
{
    /// <summary>Null if the process has already exited.</summary>
    public ProcessIdentity? Identity { get; } = ProcessIdentity.Of(process.Id);

    public bool HasExited => process.HasExited;

    public int ExitCode => process.ExitCode;

    /// <summary>Streams the output until the process exits.</summary>
    public IAsyncEnumerable<string> Lines() => LogFollower.LinesAsync(outputFile, () => process.HasExited);

    public void Interrupt() => ToolProcess.Interrupt(process.Id);

    public void Dispose() => process.Dispose();
}
