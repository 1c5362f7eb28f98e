using System.Runtime.Versioning;
using Infra.Sandbox.Deployments.Commands;
using Infra.Sandbox.Deployments.Folders;
using Infra.Sandbox.Tests.Deployments.Support;
using Pulumi;

namespace Infra.Sandbox.Tests.Deployments.Folders;

public sealed class WorkFolderTests : IDisposable
{
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnersDirectory = OwnersFile | UnixFileMode.UserExecute;

    private readonly TemporaryFolder _project = new();

    public void Dispose() => _project.Dispose();

    [SkippableFact, UnsupportedOSPlatform("windows")]
    public async Task FolderAndFiles_AreReadableByTheOwnerOnly()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no such modes");
        using var folder = await WorkFolders.OpenAsync(_project);
        folder.Write("values.json", "{}");
        folder.Write("values.json", "[]");
        var log = folder.CreateLog("apply");

        Assert.Equal(OwnersDirectory, File.GetUnixFileMode(folder.Path));
        Assert.Equal(OwnersDirectory, File.GetUnixFileMode(Path.GetDirectoryName(log)!));
        Assert.All(
            Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories),
            file => Assert.Equal(OwnersFile, File.GetUnixFileMode(file)));
    }

    [Fact]
    public async Task Folder_IsInTheProject()
    {
        using var folder = await WorkFolders.OpenAsync(_project, "prod");

        Assert.Equal(Path.Combine(_project.Path, ".sandbox", "prod"), folder.Path);
        Assert.True(folder.IsNew);
    }

    [Fact]
    public async Task Remove_DeletesEverything()
    {
        using (var folder = await WorkFolders.OpenAsync(_project))
        {
            folder.Write("main.tf.json", "{}");
            folder.Remove();
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(_project.Path));
    }

    [Fact]
    public async Task Remove_KeepsOtherStacks()
    {
        using var prod = await WorkFolders.OpenAsync(_project, "prod");
        using (var dev = await WorkFolders.OpenAsync(_project))
        {
            dev.Remove();
        }

        Assert.Equal([prod.Path], Directory.EnumerateDirectories(_project.File(".sandbox")));
    }

    [Fact]
    public async Task SecondCommand_WaitsForTheFirst()
    {
        List<string> said = [];
        var first = await WorkFolders.OpenAsync(_project);

        var second = WorkFolder.OpenAsync(_project.Path, "dev", said.Add, CancellationToken.None);
        await Task.Delay(TimeSpan.FromMilliseconds(300));
        Assert.False(second.IsCompleted);
        first.Dispose();
        using var folder = await second;

        Assert.Equal(["Waiting for another command on dev to finish."], said);
        Assert.False(folder.IsNew);
    }

    [Fact]
    public async Task SecondCommand_Waiting_CanBeInterrupted()
    {
        using var first = await WorkFolders.OpenAsync(_project);
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => WorkFolder.OpenAsync(_project.Path, "dev", _ => { }, cancellation.Token));
    }

    [Fact]
    public async Task UnwritableFolder_IsReportedWithARemedy()
    {
        File.WriteAllText(_project.File(".sandbox"), "");

        var failure = await Assert.ThrowsAsync<RunException>(() => WorkFolders.OpenAsync(_project));

        Assert.StartsWith($"{Path.Combine(".sandbox", "dev")} cannot be written (", failure.Message);
        Assert.EndsWith("so make it writable or use your own copy of the project", failure.Message);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("a b")]
    [InlineData("")]
    public async Task InvalidStackName_IsRejected(string stack) =>
        await Assert.ThrowsAsync<UsageException>(() => WorkFolders.OpenAsync(_project, stack));
}
