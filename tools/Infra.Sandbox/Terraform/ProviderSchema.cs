using System.Collections.Immutable;
using Infra.Sandbox.Terraform.Schema;

namespace Infra.Sandbox.Terraform;

/// <summary>The schema of an AWS provider version for the types in <see cref="TypeMap"/>.</summary>
internal sealed record ProviderSchema
{
    /// <summary>Schemas by Terraform type; a version may lack some.</summary>
    public required ImmutableSortedDictionary<string, BlockSchema> Resources { get; init; }

    public required ImmutableSortedDictionary<string, BlockSchema> DataSources { get; init; }

    /// <summary>The services whose endpoints can be configured.</summary>
    public required ImmutableArray<string> Services { get; init; }

    /// <summary>Parses the output of <c>terraform providers schema -json</c>.</summary>
    public static ProviderSchema Parse(Stream schemaJson) => ProviderSchemaParser.Parse(schemaJson);

    /// <summary>Reads the output of <see cref="Write"/>.</summary>
    public static ProviderSchema Read(Stream compact) => CompactSchemaReader.Read(compact);

    /// <summary>Writes a compact format that is fast to read.</summary>
    public void Write(Stream stream) => CompactSchemaWriter.Write(this, stream);
}
