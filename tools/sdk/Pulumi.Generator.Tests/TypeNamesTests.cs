using Newtonsoft.Json.Linq;

namespace Pulumi.Generator.Tests;

public class TypeNamesTests
{
    private const string Enum = """{ "$ref": "#/types/tiny:disk/kind:Kind" }""";
    private const string Nested = """{ "$ref": "#/types/tiny:disk/DiskTag:DiskTag" }""";
    private const string Text = """{ "type": "string" }""";
    private const string Texts = $$"""{ "type": "array", "items": {{Text}} }""";
    private const string Looked = """{ "$ref": "#/types/tiny:disk/GetDiskFilter:GetDiskFilter" }""";

    private readonly TypeNames _types = new(new PackageSchema(TinySchema.Text));

    [Theory]
    [InlineData("""{ "type": "string" }""", "Input<string>")]
    [InlineData("""{ "type": "integer" }""", "Input<int>")]
    [InlineData("""{ "type": "number" }""", "Input<double>")]
    [InlineData("""{ "type": "boolean" }""", "Input<bool>")]
    [InlineData("""{ "type": "boolean", "plain": true }""", "bool")]
    [InlineData("""{ "type": "array", "items": { "type": "string" } }""", "InputList<string>")]
    [InlineData("""{ "type": "array", "items": { "type": "string" }, "plain": true }""", "List<string>")]
    [InlineData("""{ "type": "array", "items": { "type": "array", "items": { "type": "string" } } }""", "InputList<ImmutableArray<string>>")]
    [InlineData("""{ "type": "object", "additionalProperties": { "type": "string" } }""", "InputMap<string>")]
    [InlineData("""{ "type": "object", "additionalProperties": { "type": "string" }, "plain": true }""", "Dictionary<string, string>")]
    [InlineData("""{ "$ref": "pulumi.json#/Any" }""", "Input<object>")]
    [InlineData("""{ "$ref": "pulumi.json#/Archive" }""", "Input<Archive>")]
    [InlineData("""{ "$ref": "pulumi.json#/Asset" }""", "Input<AssetOrArchive>")]
    [InlineData(Enum, "Input<Pulumi.Tiny.DISK.Kind>")]
    [InlineData(Nested, "Input<Pulumi.Tiny.DISK.Inputs.DiskTagArgs>")]
    [InlineData(Looked, "Input<Pulumi.Tiny.DISK.Inputs.GetDiskFilterInputArgs>")]
    [InlineData($$"""{ "oneOf": [{ "type": "string" }, {{Enum}}] }""", "InputUnion<string, Pulumi.Tiny.DISK.Kind>")]
    [InlineData($$"""{ "oneOf": [{ "type": "string" }, {{Nested}}] }""", "InputUnion<string, Pulumi.Tiny.DISK.Inputs.DiskTagArgs>")]
    [InlineData($$"""{ "oneOf": [{{Text}}, {{Texts}}] }""", "InputUnion<string, ImmutableArray<string>>")]
    [InlineData("""{ "oneOf": [{ "type": "string" }, { "type": "string" }] }""", "Input<string>")]
    [InlineData("""{ "oneOf": [{ "type": "string" }, { "type": "integer" }, { "type": "boolean" }] }""", "object")]
    public void ResourceArgument_AcceptsOutputs(string schema, string expected)
        => Assert.Equal(expected, _types.Argument(Property(schema), Shape.Input));

    [Theory]
    [InlineData("""{ "type": "integer" }""", "int")]
    [InlineData("""{ "type": "array", "items": { "type": "string" } }""", "List<string>")]
    [InlineData("""{ "type": "object", "additionalProperties": { "type": "string" } }""", "Dictionary<string, string>")]
    [InlineData(Looked, "Pulumi.Tiny.DISK.Inputs.GetDiskFilterArgs")]
    public void PlainArgument_IsKnownAtOnce(string schema, string expected)
        => Assert.Equal(expected, _types.Argument(Property(schema), Shape.Plain));

    [Theory]
    [InlineData("""{ "type": "string" }""", false, "string?")]
    [InlineData("""{ "type": "string" }""", true, "string")]
    [InlineData("""{ "type": "integer" }""", false, "int?")]
    [InlineData("""{ "type": "array", "items": { "type": "string" } }""", false, "ImmutableArray<string>")]
    [InlineData("""{ "type": "object", "additionalProperties": { "type": "string" } }""", false, "ImmutableDictionary<string, string>?")]
    [InlineData(Enum, true, "Pulumi.Tiny.DISK.Kind")]
    [InlineData(Nested, true, "Pulumi.Tiny.DISK.Outputs.DiskTag")]
    [InlineData(Looked, true, "Pulumi.Tiny.DISK.Outputs.GetDiskFilterResult")]
    [InlineData($$"""{ "oneOf": [{ "type": "string" }, {{Enum}}] }""", true, "string")]
    [InlineData("""{ "oneOf": [{ "type": "string" }, { "type": "integer" }] }""", true, "Union<string, int>")]
    public void Result_MarksWhatMayBeMissing(string schema, bool required, string expected)
        => Assert.Equal(expected, _types.Result(Property(schema, required)));

    [Fact]
    public void ReferenceToAnotherPackage_IsAnError()
    {
        var property = Property("""{ "$ref": "/other/v1.0.0/schema.json#/types/other:index:Thing" }""");

        var error = Assert.Throws<InvalidOperationException>(() => _types.Argument(property, Shape.Input));

        Assert.Equal("The schema of tiny refers to /other/v1.0.0/schema.json#/types/other:index:Thing, which is not part of it.", error.Message);
    }

    private static Property Property(string schema, bool required = false) => new("name", JObject.Parse(schema), required);
}
