using System.Net;
using System.Net.Sockets;
using Infra.Sandbox.Deployments.Emulators;
using Infra.Sandbox.Deployments.Folders;
using Infra.Sandbox.Deployments.Processes;
using Infra.Sandbox.Tests.Deployments.Support;
using Pulumi;

namespace Infra.Sandbox.Tests.Deployments.Emulators;

public sealed class StackEmulatorTests : IDisposable
{
    private const string State = "terraform.tfstate";
    private const string Lock = ".terraform.tfstate.lock.info";

    private static readonly Uri Endpoint = new("http://127.0.0.1:4566");
    private static readonly ProcessIdentity Alive = ProcessIdentity.Of(Environment.ProcessId)!;
    private static readonly ProcessIdentity Foreign = Alive with { Start = "another time" };

    private readonly TemporaryFolder _project = new();
    private readonly List<string> _printed = [];

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task Record_RoundTrips()
    {
        using var folder = await WorkFolders.OpenAsync(_project);
        var record = new EmulatorRecord(Endpoint, Alive);

        record.WriteTo(folder);

        Assert.Equal(record, EmulatorRecord.In(folder));
    }

    [Fact]
    public async Task ReusedProcessId_CountsAsStopped()
    {
        using var folder = await WorkFolders.OpenAsync(_project);
        new EmulatorRecord(Endpoint, Foreign).WriteTo(folder);
        folder.Write(State, "{}");

        await EmulatorOf(folder).ReconcileAsync();

        Assert.Equal(
            [$"The emulator of dev (process {Foreign.Id}) is no longer running; its state is discarded and dev starts from nothing."], _printed);
        Assert.Null(EmulatorRecord.In(folder));
        Assert.Null(folder.Read(State));
    }

    [Fact]
    public async Task RunningEmulator_KeepsItsState()
    {
        using var folder = await WorkFolders.OpenAsync(_project);
        new EmulatorRecord(Endpoint, Alive).WriteTo(folder);
        folder.Write(State, "{}");

        await EmulatorOf(folder).ReconcileAsync();

        Assert.Empty(_printed);
        Assert.Equal("{}", folder.Read(State));
    }

    [Fact]
    public async Task KilledTerraform_WithAForeignEmulator_PrintsAWarning()
    {
        using var folder = await WorkFolders.OpenAsync(_project);
        new EmulatorRecord(Endpoint, null).WriteTo(folder);
        folder.Write(State, "{}");
        folder.Write(Lock, "{}");

        await EmulatorOf(folder).ReconcileAsync();

        Assert.Contains("terraform was killed during calls", Assert.Single(_printed));
        Assert.Equal("{}", folder.Read(State));
        Assert.Null(folder.Read(Lock));
    }

    [Fact]
    public async Task DifferentEndpoint_IsRejected()
    {
        using var folder = await WorkFolders.OpenAsync(_project);
        new EmulatorRecord(Endpoint, Alive).WriteTo(folder);

        var refusal = await Assert.ThrowsAsync<RunException>(() => EnsureAsync(folder, new Uri("http://127.0.0.1:5000")));

        Assert.Equal("dev is deployed to http://127.0.0.1:4566; omit --endpoint, or first run: ./sandbox destroy dev", refusal.Message);
    }

    [Fact]
    public async Task UnreachableEndpoint_IsReported()
    {
        using var folder = await WorkFolders.OpenAsync(_project);
        var endpoint = UnusedEndpoint();

        var refusal = await Assert.ThrowsAsync<RunException>(() => EnsureAsync(folder, endpoint));

        Assert.Equal($"no emulator responds at {EmulatorEndpoint.Display(endpoint)}", refusal.Message);
    }

    [Fact]
    public async Task UnresponsiveEmulator_IsReportedWithItsStopCommand()
    {
        using var folder = await WorkFolders.OpenAsync(_project);
        new EmulatorRecord(UnusedEndpoint(), Alive).WriteTo(folder);

        var refusal = await Assert.ThrowsAsync<RunException>(() => EnsureAsync(folder, null));

        Assert.EndsWith("stop it with: ./sandbox destroy dev --discard", refusal.Message);
    }

    private StackEmulator EmulatorOf(WorkFolder folder) => new(folder, "dev", allowRemote: false, _printed.Add);

    private Task<EmulatorRecord> EnsureAsync(WorkFolder folder, Uri? given) =>
        EmulatorOf(folder).EnsureAsync(given, new ToolFinder(null), CancellationToken.None);

    private static Uri UnusedEndpoint()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
