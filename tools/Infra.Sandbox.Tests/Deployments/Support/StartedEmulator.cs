using Infra.Sandbox.Deployments.Emulators;
using Infra.Sandbox.Deployments.Processes;

namespace Infra.Sandbox.Tests.Deployments.Support;

/// <summary>An emulator that a test runs, so that it is still there when a stack has been destroyed.</summary>
internal sealed class StartedEmulator : IAsyncDisposable
{
    private const int ShownComplaints = 60;

    private readonly TemporaryFolder _project = new();
    private EmulatorRecord? _record;

    public Uri Endpoint => _record!.Endpoint;

    /// <summary>What it has written down last, other than that it did as it was told.</summary>
    public IEnumerable<string> Complaints() => File.ReadLines(_project.File(".sandbox/dev/logs/emulator.log"))
        .Where(line => !line.EndsWith(" 200 -", StringComparison.Ordinal))
        .TakeLast(ShownComplaints);

    /// <exception cref="MissingToolException">There is none to start.</exception>
    public static async Task<StartedEmulator> StartAsync()
    {
        var program = ToolFinder.OfProcess().MotoServer();
        var emulator = new StartedEmulator();
        using var folder = await WorkFolders.OpenAsync(emulator._project);
        emulator._record = await MotoServer.StartAsync(program, folder, CancellationToken.None);
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
