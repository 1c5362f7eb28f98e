using Infra.Configuration.Binding;
using Infra.Configuration.StackFiles;
using Infra.Tests.Support;

namespace Infra.Tests.BrokenStacks;

/// <summary>
/// Stack files with common mistakes and the messages for them. Run the tests with ACCEPT=1 to update the messages, and read them
/// as the operator who made the mistake.
/// </summary>
public sealed class BrokenStackTests
{
    private static readonly string Folder = RepositoryFiles.Path("Infra.Tests", "BrokenStacks");

    public static TheoryData<string> Stacks => [.. NamesOf("*.yaml")];

    [Theory]
    [MemberData(nameof(Stacks))]
    public void BrokenStack_IsRejectedWithItsMessage(string name)
    {
        var path = Path.Combine(Folder, $"{name}.yaml");

        var refusal = Assert.Throws<Pulumi.RunException>((Action)(() => StackConfigLoader.Load(Read(path), "dev")));

        Snapshot.Match(Path.Combine("..", "BrokenStacks", $"{name}.txt"), refusal.Message);
    }

    [Fact]
    public void BrokenStacks_EachHaveAMessage()
    {
        Assert.InRange(NamesOf("*.yaml").Count, 20, 100);
        Assert.Equal(NamesOf("*.yaml"), NamesOf("*.txt"));
    }

    private static ConfigValues Read(string path) =>
        StackFile.Parse(YamlFile.Read(Path.GetFileName(path), path), ProjectFile.Find(RepositoryFiles.Root));

    private static List<string> NamesOf(string pattern) =>
        [.. Directory.EnumerateFiles(Folder, pattern).Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];
}
