namespace Pulumi.Generator.Tests;

public class SchemaSourcesTests
{
    private static readonly Dictionary<string, string> Sources = new(SchemaSources.Of(TinySchema.Text));

    [Fact]
    public void Schema_BecomesAFilePerMemberAndPerKindOfNestedType() => Assert.Equal(
        [
            "Pulumi.Tiny.DISK.Enums.cs",
            "Pulumi.Tiny.DISK.Inputs.cs",
            "Pulumi.Tiny.DISK.InvokeInputs.cs",
            "Pulumi.Tiny.DISK.Outputs.cs",
            "Utilities.cs",
            "pulumi.providers.tiny.cs",
            "tiny.disk.disk.Disk.cs",
            "tiny.disk.getDisk.getDisk.cs",
            "tiny.index.Shelf.cs",
        ],
        Sources.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("tiny.disk.disk.Disk")]
    [InlineData("tiny.disk.getDisk.getDisk")]
    [InlineData("tiny.index.Shelf")]
    [InlineData("pulumi.providers.tiny")]
    [InlineData("Pulumi.Tiny.DISK.Enums")]
    [InlineData("Pulumi.Tiny.DISK.Inputs")]
    [InlineData("Pulumi.Tiny.DISK.Outputs")]
    public void Source_IsAsReviewed(string name) => Snapshot.Matches(name, Body(Sources[name + ".cs"]));

    // All files start with the same directives.
    private static string Body(string source) => source[source.IndexOf("namespace ", StringComparison.Ordinal)..];
}
