using System.Net;
using System.Net.Sockets;
using Infra.Sandbox.Deployments.Folders;
using Infra.Sandbox.Deployments.Processes;
using Pulumi;

namespace Infra.Sandbox.Deployments.Emulators;

/// <summary>Starts moto, the default emulator, which continues to run after the command.</summary>
internal static class MotoServer
{
    private const int FirstPort = 20000;
    private const int LastPort = 29999;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    // AWS has the managed policies. The other settings avoid waiting at startup and for certificates.
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["MOTO_IAM_LOAD_MANAGED_POLICIES"] = "true",
        ["MOTO_ACM_VALIDATION_WAIT"] = "0",
        ["MOTO_EC2_LOAD_DEFAULT_AMIS"] = "false",
    };

    /// <param name="program">The full path of moto_server.</param>
    /// <param name="folder">The work folder of the stack; the process is recorded in it at once.</param>
    /// <param name="cancellation">Cancels the calls.</param>
    public static async Task<EmulatorRecord> StartAsync(string program, WorkFolder folder, CancellationToken cancellation)
    {
        var log = folder.CreateLog("emulator");
        var port = FreePort();
        using var process = ToolProcess.StartDetached(
            new ToolCommand
            {
                Program = program,
                Arguments = ["-H", $"{IPAddress.Loopback}", "-p", $"{port}"],
                Directory = folder.Path,
                Environment = Settings,
            },
            log);

        var record = new EmulatorRecord(new Uri($"http://{IPAddress.Loopback}:{port}"), process.Identity ?? throw NotStarted(log));
        record.WriteTo(folder);
        await WaitAsync(process, record.Endpoint, log, cancellation);
        return record;
    }

    private static async Task WaitAsync(DetachedProcess process, Uri endpoint, string log, CancellationToken cancellation)
    {
        using var client = new EmulatorClient(endpoint);
        var end = DateTime.UtcNow + Patience;
        while (!await client.IsReachableAsync(cancellation))
        {
            if (process.HasExited || DateTime.UtcNow > end)
            {
                throw NotStarted(log);
            }

            await Task.Delay(Pause, cancellation);
        }
    }

    // Below the ephemeral ports, because moto takes seconds until it listens, and no other process gets this port meanwhile.
    private static int FreePort()
    {
        int port;
        do
        {
            port = Random.Shared.Next(FirstPort, LastPort + 1);
        }
        while (!IsFree(port));

        return port;
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static RunException NotStarted(string log) =>
        new($"moto_server did not start:\n{File.ReadAllText(log).TrimEnd()}");
}
