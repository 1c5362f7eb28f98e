using System.Text.Json;
using Infra.Sandbox.Deployments.Folders;
using Infra.Sandbox.Deployments.Processes;

namespace Infra.Sandbox.Deployments.Runs;

/// <summary>A run of terraform that is still at work though the sandbox that started it is gone.</summary>
internal static class RunningTerraform
{
    private const string FileName = "running.json";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public static void Remember(WorkFolder folder, ProcessIdentity? process)
    {
        if (process is not null)
        {
            folder.Write(FileName, JsonSerializer.Serialize(process));
        }
    }

    public static void Forget(WorkFolder folder) => folder.Delete(FileName);

    /// <summary>Waits until no earlier run is at work. What it does is what was asked for, so it may finish it.</summary>
    public static async Task WaitAsync(WorkFolder folder, Action<string> say, CancellationToken cancellation)
    {
        var process = folder.Read(FileName) is { } text ? JsonSerializer.Deserialize<ProcessIdentity>(text) : null;
        if (process is { IsAlive: true })
        {
            say($"The sandbox was ended while terraform was at work; process {process.Id} still is, and is waited for.");
            await using var interruption = cancellation.Register(() => ToolProcess.Interrupt(process.Id));
            while (process.IsAlive)
            {
                await Task.Delay(Pause, CancellationToken.None);
            }
        }

        Forget(folder);
        cancellation.ThrowIfCancellationRequested();
    }
}
