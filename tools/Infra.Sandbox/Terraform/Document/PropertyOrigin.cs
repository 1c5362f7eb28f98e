using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Terraform.Document;

/// <summary>The property that a part of the document was translated from.</summary>
/// <param name="Resource">The resource in the Pulumi program.</param>
/// <param name="Path">The Pulumi property, <c>defaultActions[0].redirect.port</c>; empty for the resource itself.</param>
internal sealed record PropertyOrigin(ResourceKey Resource, string Path)
{
    public PropertyOrigin Property(string name) => this with { Path = Path.Length == 0 ? name : $"{Path}.{name}" };

    public PropertyOrigin Item(int index) => this with { Path = $"{Path}[{index}]" };

    public override string ToString() => Path.Length == 0 ? $"{Resource}" : $"{Resource}: {Path}";
}
