using System.Collections.Immutable;
using Infra.Sandbox.Terraform.Schema;

namespace Infra.Sandbox.Terraform;

/// <summary>What a version of the AWS provider accepts for the types that <see cref="TypeMap"/> knows.</summary>
internal sealed record ProviderSchema
{
    /// <summary>By Terraform type; a version may lack some.</summary>
    public required ImmutableSortedDictionary<string, BlockSchema> Resources { get; init; }

    public required ImmutableSortedDictionary<string, BlockSchema> DataSources { get; init; }

    /// <summary>The services whose endpoint can be set.</summary>
    public required ImmutableArray<string> Services { get; init; }

    /// <summary>Reads what <c>terraform providers schema -json</c> says.</summary>
    public static ProviderSchema Parse(Stream schemaJson) => ProviderSchemaParser.Parse(schemaJson);

    /// <summary>Reads what <see cref="Write"/> has written.</summary>
    public static ProviderSchema Read(Stream compact) => CompactSchemaReader.Read(compact);

    /// <summary>Writes a small form that is read in no time.</summary>
    public void Write(Stream stream) => CompactSchemaWriter.Write(this, stream);
}
