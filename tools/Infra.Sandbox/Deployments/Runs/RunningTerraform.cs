using System.Text.Json;
using Infra.Sandbox.Deployments.Folders;
using Infra.Sandbox.Deployments.Processes;

namespace Infra.Sandbox.Deployments.Runs;

/// <summary>Records the running terraform, which may outlive the sandbox that started it.</summary>
internal static class RunningTerraform
{
    private const string FileName = "running.json";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public static void Record(WorkFolder folder, ProcessIdentity? process)
    {
        if (process is not null)
        {
            folder.Write(FileName, JsonSerializer.Serialize(process));
        }
    }

    public static void Clear(WorkFolder folder) => folder.Delete(FileName);

    /// <summary>Waits for a terraform that outlived its sandbox.</summary>
    public static async Task WaitAsync(WorkFolder folder, Action<string> print, CancellationToken cancellation)
    {
        var process = folder.Read(FileName) is { } text ? JsonSerializer.Deserialize<ProcessIdentity>(text) : null;
        if (process is { IsAlive: true })
        {
            print($"Waiting for the terraform of an earlier command (process {process.Id}) to finish.");
            await using var interruption = cancellation.Register(() => ToolProcess.Interrupt(process.Id));
            while (process.IsAlive)
            {
                await Task.Delay(Pause, CancellationToken.None);
            }
        }

        Clear(folder);
        cancellation.ThrowIfCancellationRequested();
    }
}
