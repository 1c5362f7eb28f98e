using System.Collections.Immutable;

namespace Infra.Sandbox.Tests.Deployments.Lifecycles.Edits;

/// <summary>The change of one resource.</summary>
/// <param name="Action">Terraform's name of the action: create, update, replace or delete.</param>
/// <param name="Attributes">The inputs that change, by their names in Terraform.</param>
internal sealed record PlannedChange(string Action, ImmutableSortedSet<string> Attributes)
{
    public override string ToString() => Attributes.IsEmpty ? Action : $"{Action} for {string.Join(", ", Attributes)}";
}
