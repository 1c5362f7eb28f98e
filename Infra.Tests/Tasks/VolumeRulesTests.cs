using Infra.Configuration.Binding;
using Infra.Tasks;
using Infra.Tests.Support;

namespace Infra.Tests.Tasks;

public sealed class VolumeRulesTests
{
    private static readonly VolumeConfig Scratch = new() { MountPath = "/scratch" };
    private static readonly VolumeConfig Uploads = new() { MountPath = "/uploads", FileSystem = "media", Path = "/up", ReadOnly = true };

    [Fact]
    public void Volumes_Valid_AreAccepted() => Assert.Empty(Of(Media, ("scratch", Scratch), ("uploads", Uploads)));

    [Fact]
    public void FileSystem_Unknown_IsRefused()
    {
        Assert.Equal(
            ["app:service.volumes.uploads.fileSystem: medium is not in app:fileSystems; did you mean media?"],
            Of(Media, ("uploads", Uploads with { FileSystem = "medium" })));
        Assert.Equal(
            ["app:service.volumes.uploads.fileSystem: media is not in app:fileSystems, which is empty"],
            Of(TestConfigs.Minimal, ("uploads", Uploads)));
    }

    [Fact]
    public void ScratchSpace_WithPathOrReadOnly_IsRefused()
    {
        Assert.Equal(
            ["app:service.volumes.scratch.path: requires fileSystem: scratch space has no directories"],
            Of(Media, ("scratch", Scratch with { Path = "/a" })));
        Assert.Equal(
            ["app:service.volumes.scratch.readOnly: requires fileSystem: scratch space starts empty"],
            Of(Media, ("scratch", Scratch with { ReadOnly = true })));
    }

    [Fact]
    public void MountPath_OfTwoVolumes_IsRefusedForSecond() => Assert.Equal(
        ["app:service.volumes.uploads.mountPath: \"/scratch\" is already the mountPath of scratch"],
        Of(Media, ("scratch", Scratch), ("uploads", Uploads with { MountPath = "/scratch" })));

    [Theory]
    [InlineData(null, "/uploads")]
    [InlineData("/shared/files", "/shared/files")]
    public void Directory_WithoutPath_IsNameOfVolume(string? path, string expected)
    {
        var volume = new VolumeConfig { MountPath = "/data", FileSystem = "media", Path = path, Uid = 33 };

        Assert.Equal(new("media", expected, 33, 1000), volume.DirectoryOf("uploads"));
        Assert.Null((volume with { FileSystem = null }).DirectoryOf("uploads"));
    }

    private static StackConfig Media => TestConfigs.With(("fileSystems", $$"""{"media":{{Blocks.FileSystem}}}"""));

    private static IReadOnlyList<string> Of(StackConfig config, params (string Name, VolumeConfig Volume)[] volumes)
    {
        var problems = new ConfigProblems("dev");
        var service = config.Service! with { Volumes = volumes.ToDictionary(volume => volume.Name, volume => volume.Volume) };
        VolumeRules.Check((config with { Service = service }).AllServices[0], config, new RuleChecker(TestConfigs.Values(), problems));
        return [.. problems.All.Select(problem => $"{problem}")];
    }
}
