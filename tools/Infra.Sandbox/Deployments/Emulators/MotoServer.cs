using System.Net;
using System.Text.RegularExpressions;
using Infra.Sandbox.Deployments.Folders;
using Infra.Sandbox.Deployments.Processes;
using Pulumi;

namespace Infra.Sandbox.Deployments.Emulators;

/// <summary>Starts moto, the default emulator, which continues to run after the command.</summary>
internal static partial class MotoServer
{
    // The operating system chooses a free port. One chosen here could be taken before moto listens, which takes it seconds.
    private const int AnyPort = 0;

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
    /// <param name="environment">Further variables of the process.</param>
    public static async Task<EmulatorRecord> StartAsync(
        string program, WorkFolder folder, CancellationToken cancellation, IReadOnlyDictionary<string, string>? environment = null)
    {
        var log = folder.CreateLog("emulator");
        using var process = ToolProcess.StartDetached(
            new ToolCommand
            {
                Program = program,
                Arguments = ["-H", $"{IPAddress.Loopback}", "-p", $"{AnyPort}"],
                Directory = folder.Path,
                Environment = new Dictionary<string, string>([.. Settings, .. environment ?? new Dictionary<string, string>()]),
            },
            log);

        var starting = new EmulatorRecord(new Uri($"http://{IPAddress.Loopback}:{AnyPort}"), process.Identity ?? throw NotStarted(log));
        starting.WriteTo(folder);
        var record = starting with { Endpoint = await WaitAsync(process, log, cancellation) };
        record.WriteTo(folder);
        return record;
    }

    private static async Task<Uri> WaitAsync(DetachedProcess process, string log, CancellationToken cancellation)
    {
        var end = DateTime.UtcNow + Patience;
        while (true)
        {
            if (await FindEndpointAsync(log, cancellation) is { } endpoint)
            {
                return endpoint;
            }

            if (process.HasExited || DateTime.UtcNow > end)
            {
                throw NotStarted(log);
            }

            await Task.Delay(Pause, cancellation);
        }
    }

    private static async Task<Uri?> FindEndpointAsync(string log, CancellationToken cancellation)
    {
        if (RunningAt().Match(await File.ReadAllTextAsync(log, cancellation)) is not { Success: true } match)
        {
            return null;
        }

        var endpoint = new Uri(match.Groups[1].Value);
        using var client = new EmulatorClient(endpoint);
        return await client.IsReachableAsync(cancellation) ? endpoint : null;
    }

    private static RunException NotStarted(string log) =>
        new($"moto_server did not start:\n{File.ReadAllText(log).TrimEnd()}");

    [GeneratedRegex(@"Running on (http://127\.0\.0\.1:[0-9]+)\s")]
    private static partial Regex RunningAt();
}
