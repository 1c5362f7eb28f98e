using System.Text;
using Infra.Sandbox.Terraform;
using Infra.Sandbox.Terraform.Schema;
using Infra.Sandbox.Tests.Terraform.Support;

namespace Infra.Sandbox.Tests.Terraform.Schema;

public sealed class ProviderSchemaTests
{
    private const string Terraforms = """
        {"format_version":"1.0","provider_schemas":{"registry.opentofu.org/hashicorp/aws":{
          "provider":{"version":0,"block":{"block_types":{"endpoints":{"nesting_mode":"set","block":{"attributes":{
            "ec2":{"type":"string","optional":true},"sts":{"type":"string","optional":true}}}}}}},
          "resource_schemas":{
            "aws_vpc":{"version":1,"block":{
              "attributes":{
                "arn":{"type":"string","description":"…","computed":true},
                "token":{"type":"string","optional":true,"computed":true,"sensitive":true},
                "routes":{"type":["set",["object",{"a":"number","b":["list","bool"]}]],"optional":true},
                "nested":{"nested_type":{"attributes":{"x":{"type":["map","string"],"optional":true}},"nesting_mode":"list"},"required":true}},
              "block_types":{
                "rule":{"nesting_mode":"list","block":{"attributes":{"any":{"type":"dynamic","optional":true}}},"min_items":1,"max_items":2},
                "timeouts":{"nesting_mode":"single","block":{"attributes":{"create":{"type":"string","optional":true}}}}}}},
            "aws_unmapped":{"version":0,"block":{}}},
          "data_source_schemas":{"aws_region":{"version":0,"block":{"attributes":{"name":{"type":"string","computed":true}}}}}}}}
        """;

    [Fact]
    public void TerraformSchema_IsParsedForMappedTypes()
    {
        var schema = Parse(Terraforms);
        var vpc = schema.Resources["aws_vpc"];

        Assert.Equal(["aws_vpc"], schema.Resources.Keys);
        Assert.Equal(["ec2", "sts"], schema.Services.ToArray());
        Assert.Equal(["aws_region"], schema.DataSources.Keys);
        Assert.Equal("computed", Flags(vpc.Attributes["arn"]));
        Assert.Equal("optional computed sensitive", Flags(vpc.Attributes["token"]));
        Assert.Equal("required", Flags(vpc.Attributes["nested"]));
        Assert.Equal("set of {a: number, b: list of flag}", Describe(vpc.Attributes["routes"].Type));
        Assert.Equal("list of {x: map of text}", Describe(vpc.Attributes["nested"].Type));
        Assert.Equal((Nesting.List, 1, 2), (vpc.Blocks["rule"].Nesting, vpc.Blocks["rule"].MinItems, vpc.Blocks["rule"].MaxItems));
        Assert.Equal("list of {any: any}", Describe(vpc.Blocks["rule"].AsType()));
        Assert.Equal("{create: text}", Describe(vpc.Blocks["timeouts"].AsType()));
    }

    [Fact]
    public void CompactFormat_RoundTrips()
    {
        var compact = Written(Parse(Terraforms));

        Assert.Equal(compact, Written(Parse(Terraforms)));
        Assert.Equal(compact, Written(ProviderSchema.Read(new MemoryStream(compact))));
        Assert.Equal(
            "set of {a: number, b: list of flag}",
            Describe(ProviderSchema.Read(new MemoryStream(compact)).Resources["aws_vpc"].Attributes["routes"].Type));
    }

    [Fact]
    public void CompactFormat_IsSmall()
    {
        Assert.InRange(Written(AwsSchema.Version5).Length, 50_000, 300_000);
        Assert.Equal(TypeMap.ResourceTypes.Count(), AwsSchema.Version5.Resources.Count);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"format":0}""")] // of an earlier version of the sandbox
    [InlineData("""{"format":1,"blocks":[""")] // cut off
    [InlineData("")]
    public void AnotherFormatVersion_IsRejected(string text) =>
        Assert.Throws<InvalidDataException>(() => ProviderSchema.Read(new MemoryStream(Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void SchemaOfAnotherProvider_IsRejected() =>
        Assert.Throws<InvalidDataException>(() => Parse("""{"provider_schemas":{"registry.terraform.io/hashicorp/null":{}}}"""));

    private static ProviderSchema Parse(string json) => ProviderSchema.Parse(new MemoryStream(Encoding.UTF8.GetBytes(json)));

    private static byte[] Written(ProviderSchema schema)
    {
        using var stream = new MemoryStream();
        schema.Write(stream);
        return stream.ToArray();
    }

    private static string Flags(AttributeSchema attribute)
    {
        var flags = new (bool IsSet, string Name)[]
        {
            (attribute.IsRequired, "required"),
            (attribute.IsOptional, "optional"),
            (attribute.IsComputed, "computed"),
            (attribute.IsSensitive, "sensitive"),
        };
        return string.Join(' ', flags.Where(flag => flag.IsSet).Select(flag => flag.Name));
    }

    private static string Describe(AttributeType type) => type switch
    {
        AttributeType.Primitive primitive => $"{primitive.Type}".ToLowerInvariant(),
        AttributeType.Collection collection => $"{$"{collection.Type}".ToLowerInvariant()} of {Describe(collection.Element)}",
        AttributeType.Structure structure =>
            $"{{{string.Join(", ", structure.Attributes.Select(member => $"{member.Key}: {Describe(member.Value)}"))}}}",
        _ => "?",
    };
}
