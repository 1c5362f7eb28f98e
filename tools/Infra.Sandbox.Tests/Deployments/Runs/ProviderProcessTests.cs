using System.Text.Json;
using Infra.Sandbox.Deployments.Folders;
using Infra.Sandbox.Deployments.Processes;
using Infra.Sandbox.Deployments.Runs;
using Infra.Sandbox.Tests.Deployments.Support;
using Pulumi;

namespace Infra.Sandbox.Tests.Deployments.Runs;

public sealed class ProviderProcessTests : IDisposable
{
    private readonly TemporaryFolder _project = new();

    public ProviderProcessTests() => Skip.If(OperatingSystem.IsWindows(), "there is no /bin/sh");

    public void Dispose() => _project.Dispose();

    [SkippableTheory]
    [InlineData("registry.terraform.io")]
    [InlineData("registry.opentofu.org")]
    public async Task Start_ReturnsTheAddressForTheInstalledSource(string registry)
    {
        using var folder = await WorkFolders.OpenAsync(_project);
        folder.InstallProvider(registry: registry);

        await using var provider = await ProviderProcess.StartAsync(folder, CancellationToken.None);

        Assert.Equal("TF_REATTACH_PROVIDERS", provider.Variable.Key);
        Assert.Equal($$$"""{"{{{registry}}}/hashicorp/aws":{"Protocol":"grpc"}}""", provider.Variable.Value);
        Assert.True(Recorded(folder)!.IsAlive);
    }

    [SkippableFact]
    public async Task Dispose_StopsTheProvider()
    {
        using var folder = await WorkFolders.OpenAsync(_project);
        folder.InstallProvider();
        var provider = await ProviderProcess.StartAsync(folder, CancellationToken.None);
        var process = Recorded(folder)!;

        await provider.DisposeAsync();

        Assert.False(process.IsAlive);
        Assert.Null(Recorded(folder));
    }

    [SkippableFact]
    public async Task ProviderThatOutlivedItsSandbox_IsStopped()
    {
        using var folder = await WorkFolders.OpenAsync(_project);
        folder.InstallProvider();
        await ProviderProcess.StartAsync(folder, CancellationToken.None);
        var process = Recorded(folder)!;

        await ProviderProcess.EndRecordedAsync(folder);

        Assert.False(process.IsAlive);
        Assert.Null(Recorded(folder));
    }

    [SkippableFact]
    public async Task ProviderThatExits_IsAnErrorWithItsOutput()
    {
        using var folder = await WorkFolders.OpenAsync(_project);
        folder.InstallProvider("echo no memory; exit 1");

        var failure = await Assert.ThrowsAsync<RunException>(() => ProviderProcess.StartAsync(folder, CancellationToken.None));

        Assert.Equal("hashicorp/aws 5.100.0 did not start:\nno memory", failure.Message);
        Assert.Null(Recorded(folder));
    }

    [SkippableFact]
    public async Task Interruption_StopsAStartingProvider()
    {
        using var folder = await WorkFolders.OpenAsync(_project);
        folder.InstallProvider("exec sleep 60");
        using var interruption = new CancellationTokenSource();

        var start = ProviderProcess.StartAsync(folder, interruption.Token);
        var process = Recorded(folder)!;
        await interruption.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => start);
        Assert.False(process.IsAlive);
    }

    private static ProcessIdentity? Recorded(WorkFolder folder) =>
        folder.Read("provider.json") is { } text ? JsonSerializer.Deserialize<ProcessIdentity>(text) : null;
}
