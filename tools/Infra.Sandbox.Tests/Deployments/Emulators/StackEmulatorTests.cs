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
    private readonly List<string> _said = [];

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task Record_IsReadAsWritten()
    {
        using var folder = await WorkFolders.OpenAsync(_project);
        var record = new EmulatorRecord(Endpoint, Alive);

        record.WriteTo(folder);

        Assert.Equal(record, EmulatorRecord.In(folder));
    }

    [Fact]
    public async Task ProcessOfAnotherStart_CountsAsGone()
    {
        using var folder = await WorkFolders.OpenAsync(_project);
        new EmulatorRecord(Endpoint, Foreign).WriteTo(folder);
        folder.Write(State, "{}");

        await EmulatorOf(folder).SettleAsync();

        Assert.Equal(
            [$"The emulator of dev (process {Foreign.Id}) is gone and with it everything in it; dev starts anew, its state is discarded."], _said);
        Assert.Null(EmulatorRecord.In(folder));
        Assert.Null(folder.Read(State));
    }

    [Fact]
    public async Task LivingProcess_KeepsItsState()
    {
        using var folder = await WorkFolders.OpenAsync(_project);
        new EmulatorRecord(Endpoint, Alive).WriteTo(folder);
        folder.Write(State, "{}");

        await EmulatorOf(folder).SettleAsync();

        Assert.Empty(_said);
        Assert.Equal("{}", folder.Read(State));
    }

    [Fact]
    public async Task EndedTerraform_IsToldOfWhereTheEmulatorIsNotOurs()
    {
        using var folder = await WorkFolders.OpenAsync(_project);
        new EmulatorRecord(Endpoint, null).WriteTo(folder);
        folder.Write(State, "{}");
        folder.Write(Lock, "{}");

        await EmulatorOf(folder).SettleAsync();

        Assert.Contains("terraform was ended in the middle of calls", Assert.Single(_said));
        Assert.Equal("{}", folder.Read(State));
        Assert.Null(folder.Read(Lock));
    }

    [Fact]
    public async Task AnotherEndpointThanTheDeployedOne_IsRefused()
    {
        using var folder = await WorkFolders.OpenAsync(_project);
        new EmulatorRecord(Endpoint, Alive).WriteTo(folder);

        var refusal = await Assert.ThrowsAsync<RunException>(() => EnsureAsync(folder, new Uri("http://127.0.0.1:5000")));

        Assert.Equal("dev is deployed to http://127.0.0.1:4566; leave out --endpoint, or first run: dotnet run --project Infra.Sandbox -- destroy dev", refusal.Message);
    }

    [Fact]
    public async Task EndpointThatNobodyAnswers_IsSaid()
    {
        using var folder = await WorkFolders.OpenAsync(_project);
        var endpoint = SilentEndpoint();

        var refusal = await Assert.ThrowsAsync<RunException>(() => EnsureAsync(folder, endpoint));

        Assert.Equal($"no emulator answers at {EmulatorEndpoint.Shown(endpoint)}", refusal.Message);
    }

    [Fact]
    public async Task OwnEmulatorThatDoesNotAnswer_CanBeEnded()
    {
        using var folder = await WorkFolders.OpenAsync(_project);
        new EmulatorRecord(SilentEndpoint(), Alive).WriteTo(folder);

        var refusal = await Assert.ThrowsAsync<RunException>(() => EnsureAsync(folder, null));

        Assert.EndsWith("end it with: dotnet run --project Infra.Sandbox -- destroy dev --discard", refusal.Message);
    }

    private StackEmulator EmulatorOf(WorkFolder folder) => new(folder, "dev", allowRemote: false, _said.Add);

    private Task<EmulatorRecord> EnsureAsync(WorkFolder folder, Uri? given) =>
        EmulatorOf(folder).EnsureAsync(given, new ToolFinder(null), CancellationToken.None);

    private static Uri SilentEndpoint()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
