using Infra.Sandbox.Deployments.Emulators;
using Infra.Sandbox.Deployments.Folders;
using Infra.Sandbox.Deployments.Processes;
using Infra.Sandbox.Tests.Deployments.Support;

namespace Infra.Sandbox.Tests.Deployments.Emulators;

/// <summary>With the real emulator.</summary>
public sealed class MotoServerTests : IDisposable
{
    private readonly TemporaryFolder _project = new();
    private readonly List<string> _printed = [];

    public void Dispose() => _project.Dispose();

    [SkippableFact]
    public async Task Emulator_IsStartedOnceAndStopped()
    {
        using var folder = await WorkFolders.OpenAsync(_project);
        var emulator = EmulatorOf(folder);

        var first = await EnsureAsync(emulator);
        try
        {
            Assert.True(first.Process!.IsAlive);
            Assert.Equal("127.0.0.1", first.Endpoint.Host);
            Assert.Equal(first.Endpoint, EmulatorRecord.In(folder)!.Endpoint);
            Assert.Equal(first, await EnsureAsync(emulator));
        }
        finally
        {
            await emulator.EndAsync();
        }

        Assert.False(first.Process!.IsAlive);
        Assert.Null(EmulatorRecord.In(folder));
    }

    [SkippableFact]
    public async Task EmulatorThatStopped_IsReportedAndReplaced()
    {
        using var folder = await WorkFolders.OpenAsync(_project);
        var emulator = EmulatorOf(folder);
        var first = await EnsureAsync(emulator);
        await ToolProcess.EndAsync(first.Process!);

        await emulator.ReconcileAsync();
        var second = await EnsureAsync(emulator);
        await emulator.EndAsync();

        Assert.Contains("is no longer running", Assert.Single(_printed));
        Assert.NotEqual(first, second);
    }

    [SkippableFact]
    public async Task HostedZone_IsCreatedOnce()
    {
        try
        {
            await using var emulator = await StartedEmulator.StartAsync();
            using var client = new EmulatorClient(emulator.Endpoint);
            using var probe = new EmulatorProbe(emulator.Endpoint);

            await EmulatorSeed.EnsureHostedZonesAsync(client, ["example.com"], CancellationToken.None);
            await EmulatorSeed.EnsureHostedZonesAsync(client, ["example.com", "shop.example.com"], CancellationToken.None);

            var zones = await probe.GetAsync("route53", "/2013-04-01/hostedzone");
            Assert.Equal(["example.com.", "shop.example.com."], zones.Descendants("Name").Select(name => name.Value).Order());
        }
        catch (MissingToolException missing)
        {
            Skip.If(true, missing.Message);
        }
    }

    private StackEmulator EmulatorOf(WorkFolder folder) => new(folder, "dev", allowRemote: false, _printed.Add);

    private static async Task<EmulatorRecord> EnsureAsync(StackEmulator emulator)
    {
        try
        {
            return await emulator.EnsureAsync(null, ToolFinder.ForProcess(), CancellationToken.None);
        }
        catch (MissingToolException missing)
        {
            Skip.If(true, missing.Message);
            throw;
        }
    }
}
