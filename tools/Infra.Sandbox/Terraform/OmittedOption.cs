using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Terraform;

/// <summary>An option of a resource that the document leaves out.</summary>
/// <param name="Resource">The resource in the Pulumi program.</param>
/// <param name="Option">The option as Pulumi names it.</param>
/// <param name="Reason">Why, as a part of a sentence.</param>
internal sealed record OmittedOption(ResourceKey Resource, string Option, string Reason);
