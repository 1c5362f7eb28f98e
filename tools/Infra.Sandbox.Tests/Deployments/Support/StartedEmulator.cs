using Infra.Sandbox.Deployments.Emulators;
using Infra.Sandbox.Deployments.Processes;

namespace Infra.Sandbox.Tests.Deployments.Support;

/// <summary>An emulator started by a test, which still runs after destroy.</summary>
internal sealed class StartedEmulator : IAsyncDisposable
{
    private const int MaxRequests = 60;

    private readonly TemporaryFolder _project = new();
    private EmulatorRecord? _record;

    public Uri Endpoint => _record!.Endpoint;

    /// <summary>The last requests in its log without a 200 response.</summary>
    public IEnumerable<string> FailedRequests() => File.ReadLines(_project.File(".sandbox/dev/logs/emulator.log"))
        .Where(line => !line.EndsWith(" 200 -", StringComparison.Ordinal))
        .TakeLast(MaxRequests);

    /// <param name="environment">Variables of moto.</param>
    /// <exception cref="MissingToolException">moto is not installed.</exception>
    public static async Task<StartedEmulator> StartAsync(IReadOnlyDictionary<string, string>? environment = null)
    {
        var program = ToolFinder.ForProcess().MotoServer();
        var emulator = new StartedEmulator();
        using var folder = await WorkFolders.OpenAsync(emulator._project);
        emulator._record = await MotoServer.StartAsync(program, folder, CancellationToken.None, environment);
        return emulator;
    }

    public async ValueTask DisposeAsync()
    {
        if (_record is { Process: { } process })
        {
            await ToolProcess.EndAsync(process);
        }

        _project.Dispose();
    }
}
