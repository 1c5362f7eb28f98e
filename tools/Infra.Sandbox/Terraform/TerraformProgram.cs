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

    /// <summary>What must be given to it, by name.</summary>
    public required ImmutableArray<TerraformVariable> Variables { get; init; }

    /// <summary>Inputs that are not in it, because this version of the provider does not know them.</summary>
    public required ImmutableArray<UnknownInput> UnknownInputs { get; init; }

    /// <summary>Options that are not in it.</summary>
    public required ImmutableArray<OmittedOption> OmittedOptions { get; init; }

    /// <summary>What it says to an emulator in another way than the stack does.</summary>
    public required ImmutableArray<EmulatorDifference> EmulatorDifferences { get; init; }

    /// <summary>Terraform's addresses of the stack's resources and lookups.</summary>
    public required ImmutableDictionary<string, ResourceKey> Addresses { get; init; }

    /// <summary>Leads from what Terraform says about the document back to the properties of the stack.</summary>
    public required SourceMap Sources { get; init; }

    /// <summary>The public hosted zones that the stack expects to exist, by name.</summary>
    public required ImmutableArray<string> HostedZones { get; init; }
}
