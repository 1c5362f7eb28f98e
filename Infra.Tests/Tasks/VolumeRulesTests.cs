using Infra.Configuration.Binding;
using Infra.FileStorage;
using Infra.Tasks;
using Infra.Tests.Support;

namespace Infra.Tests.Tasks;

public sealed class VolumeRulesTests
{
    private static readonly VolumeConfig Scratch = new() { MountPath = "/scratch" };
    private static readonly VolumeConfig Uploads = new() { MountPath = "/uploads", FileSystem = "media", Path = "/up", ReadOnly = true };

    [Fact]
    public void Volumes_OfAFileSystemAndScratchSpace_AreAccepted() => Assert.Empty(Of(Media, ("scratch", Scratch), ("uploads", Uploads)));

    [Fact]
    public void FileSystem_ThatDoesNotExist_IsAProblem()
    {
        Assert.Equal(
            ["app:service.volumes.uploads.fileSystem: \"medium\" is not one of media"],
            Of(Media, ("uploads", Uploads with { FileSystem = "medium" })));
        Assert.Equal(
            ["app:service.volumes.uploads.fileSystem: \"media\" does not exist: this stack has no fileSystems"],
            Of(TestConfigs.Minimal, ("uploads", Uploads)));
    }

    [Fact]
    public void ScratchSpace_HasNoDirectoriesAndIsWritten()
    {
        Assert.Equal(
            ["app:service.volumes.scratch.path: needs fileSystem: scratch space has no other directories"],
            Of(Media, ("scratch", Scratch with { Path = "/a" })));
        Assert.Equal(
            ["app:service.volumes.scratch.readOnly: needs fileSystem: scratch space begins empty"],
            Of(Media, ("scratch", Scratch with { ReadOnly = true })));
    }

    [Fact]
    public void MountPath_OfTwoVolumes_IsAProblemOfTheSecond() => Assert.Equal(
        ["app:service.volumes.uploads.mountPath: \"/scratch\" is the mountPath of scratch too"],
        Of(Media, ("scratch", Scratch), ("uploads", Uploads with { MountPath = "/scratch" })));

    [Theory]
    [InlineData(null, "/uploads")]
    [InlineData("/shared/files", "/shared/files")]
    public void Directory_WithoutAPath_IsNamedAfterTheVolume(string? path, string expected)
    {
        var volume = new VolumeConfig { MountPath = "/data", FileSystem = "media", Path = path, Uid = 33 };

        Assert.Equal(new("media", expected, 33, 1000), volume.DirectoryOf("uploads"));
        Assert.Null((volume with { FileSystem = null }).DirectoryOf("uploads"));
    }

    private static StackConfig Media => TestConfigs.With(("fileSystems", $$"""{"media":{{Blocks.FileSystem}}}"""));

    private static IReadOnlyList<string> Of(StackConfig config, params (string Name, VolumeConfig Volume)[] volumes)
    {
        var problems = new ConfigProblems("dev");
        VolumeRules.Check(
            "service.volumes",
            volumes.ToDictionary(volume => volume.Name, volume => volume.Volume),
            config,
            new RuleChecker(TestConfigs.Values(), problems));
        return [.. problems.All.Select(problem => $"{problem}")];
    }
}
