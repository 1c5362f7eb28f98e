using System.Text.Json;
using Infra.Sandbox.Terraform;
using Infra.Sandbox.Terraform.Schema;
using Infra.Sandbox.Tests.Terraform.Support;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Terraform;

/// <summary>Compares all inputs of the local Pulumi packages with the Terraform provider's schema.</summary>
public sealed class StackSchemaTests
{
    private static readonly JsonElement Pulumi =
        JsonDocument.Parse(File.ReadAllText(RepositoryFiles.Path("tools", "sdk", "Pulumi.Aws", "schema.json"))).RootElement;

    // Added in later versions, or read-only. In later versions all types have a region.
    [Fact]
    public void EveryInput_ExceptThese_IsKnown() => Snapshot.Match(
        "unknown-inputs.txt",
        string.Join('\n', Pulumi.GetProperty("resources").EnumerateObject()
            .Where(resource => TypeMap.ResourceType(resource.Name) is not null)
            .SelectMany(UnknownInputs)
            .Where(input => !input.EndsWith(" region", StringComparison.Ordinal))),
        project: "tools/Infra.Sandbox.Tests");

    private static IEnumerable<string> UnknownInputs(JsonProperty resource)
    {
        var type = TypeMap.ResourceType(resource.Name)!;
        var schema = AwsSchema.Resource(type);
        return Unknown(resource.Value.GetProperty("inputProperties"), schema, property => AttributeNames.OfInput(type, schema, property))
            .Select(path => $"{resource.Name} {path}");
    }

    private static IEnumerable<string> Unknown(JsonElement properties, BlockSchema schema, Func<string, string?> nameOf)
    {
        foreach (var property in properties.EnumerateObject())
        {
            if (nameOf(property.Name) is not { } name)
            {
                yield return property.Name;
            }
            else if (schema.Blocks.TryGetValue(name, out var block) && ObjectType(property.Value) is { } members)
            {
                foreach (var inner in Unknown(members, block.Block, member => AttributeNames.OfInput(block.Block, member)))
                {
                    yield return $"{property.Name}.{inner}";
                }
            }
        }
    }

    // The properties of an object type, or of the items of a list.
    private static JsonElement? ObjectType(JsonElement property)
    {
        const string Types = "#/types/";
        var type = property.TryGetProperty("items", out var items) ? items : property;
        return type.TryGetProperty("$ref", out var reference)
            && reference.GetString()!.StartsWith(Types, StringComparison.Ordinal)
            && Pulumi.GetProperty("types").TryGetProperty(reference.GetString()![Types.Length..], out var found)
            && found.TryGetProperty("properties", out var properties)
                ? properties
                : null;
    }
}
