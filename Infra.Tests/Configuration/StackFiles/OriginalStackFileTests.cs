using Infra.Configuration.Binding;
using Infra.Configuration.StackFiles;
using Infra.Tests.Support;

namespace Infra.Tests.Configuration.StackFiles;

public sealed class OriginalStackFileTests
{
    private const string Project = "name: app\nruntime: dotnet\n";

    private static readonly Dictionary<string, ConfigValue> Passed = new()
    {
        ["app:service"] = new("""{"environment":{"ID":83,"QUERY":"a\u003cb"}}""", IsSecret: false),
        ["app:name"] = new("15", IsSecret: false),
    };

    [Fact]
    public void Spelling_IsReadFromTheStackFile()
    {
        using var files = new TemporaryProject(
            ("Pulumi.yaml", Project), ("Pulumi.dev.yaml", "config:\n  name: 017\n  app:service:\n    environment: {ID: 0123, QUERY: a<b}\n"));

        var spellings = OriginalStackFile.SpellingsOf(Passed, files.Directory, "dev");

        Assert.Equal("017", spellings.Find("app:name"));
        Assert.Equal("0123", spellings.Find("app:service.environment.ID"));
        Assert.Null(spellings.Find("app:service.environment.QUERY"));
        Assert.True(spellings.Knows("app:service.environment.QUERY"));
    }

    [Fact]
    public void Spelling_IsReadFromStackConfigDirAndDefaults()
    {
        using var files = new TemporaryProject(
            ("Pulumi.yaml", $"{Project}stackConfigDir: stacks\nconfig:\n  name: 017\n"),
            ("stacks/Pulumi.dev.yaml", "config:\n  service: {environment: {ID: 0123, QUERY: a<b}}\n"));

        var spellings = OriginalStackFile.SpellingsOf(Passed, files.Directory, "dev");

        Assert.Equal("017", spellings.Find("app:name"));
        Assert.Equal("0123", spellings.Find("app:service.environment.ID"));
    }

    [Fact]
    public void ValueThatDiffersFromTheFile_HasNoSpelling()
    {
        // As with --config-file, or a value from a Pulumi environment.
        using var files = new TemporaryProject(
            ("Pulumi.yaml", Project), ("Pulumi.dev.yaml", "config:\n  app:name: 016\n  app:service: {environment: {ID: 0124}}\n"));

        var spellings = OriginalStackFile.SpellingsOf(Passed, files.Directory, "dev");

        Assert.Null(spellings.Find("app:name"));
        Assert.False(spellings.Knows("app:service.environment.ID"));
    }

    [Theory]
    [InlineData("Pulumi.prod.yaml", "config: {}")] // no file for the stack
    [InlineData("Pulumi.dev.yaml", "config: [")] // not the file that the CLI read
    public void UnreadableFile_HasNoSpellings(string name, string text)
    {
        using var files = new TemporaryProject(("Pulumi.yaml", Project), (name, text));

        Assert.False(OriginalStackFile.SpellingsOf(Passed, files.Directory, "dev").Knows("app:name"));
    }

    [Theory]
    [InlineData(null, "dev")]
    [InlineData("/", null)]
    [InlineData("/nowhere", "dev")]
    public void UnknownProject_HasNoSpellings(string? directory, string? stack) =>
        Assert.False(OriginalStackFile.SpellingsOf(Passed, directory, stack).Knows("app:name"));
}
