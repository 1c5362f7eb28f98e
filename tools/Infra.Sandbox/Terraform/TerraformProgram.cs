using System.Collections.Immutable;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Terraform.Document;

namespace Infra.Sandbox.Terraform;

/// <summary>A stack as a Terraform program.</summary>
internal sealed record TerraformProgram
{
    /// <summary>The text of main.tf.json.</summary>
    public required string Document { get; init; }

    /// <summary>The text of a .tftest.json that applies the document with a mocked provider.</summary>
    public required string MockTest { get; init; }

    /// <summary>The variables, by name.</summary>
    public required ImmutableArray<TerraformVariable> Variables { get; init; }

    /// <summary>Inputs that the document omits because this version of the provider does not know them.</summary>
    public required ImmutableArray<UnknownInput> UnknownInputs { get; init; }

    /// <summary>Resource options that the document omits.</summary>
    public required ImmutableArray<OmittedOption> OmittedOptions { get; init; }

    /// <summary>Attributes that differ from the stack for an emulator.</summary>
    public required ImmutableArray<EmulatorDifference> EmulatorDifferences { get; init; }

    /// <summary>The Terraform addresses of the stack's resources and lookups.</summary>
    public required ImmutableDictionary<string, ResourceKey> Addresses { get; init; }

    /// <summary>Maps positions in the document to properties of the stack.</summary>
    public required SourceMap Sources { get; init; }

    /// <summary>The names of the public hosted zones that the stack looks up.</summary>
    public required ImmutableArray<string> HostedZones { get; init; }
}
