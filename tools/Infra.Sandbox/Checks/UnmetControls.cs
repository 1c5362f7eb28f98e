using System.Collections.Immutable;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Checks;

/// <summary>The controls that no key of a stack file meets.</summary>
internal static class UnmetControls
{
    private const string None = "-";

    /// <summary>Those of the types of resources that a stack has, in the order of the catalog.</summary>
    public static ImmutableArray<Control> Of(ResourceGraph graph)
    {
        var types = graph.Resources.Select(node => node.Key.Type).ToHashSet();
        var ids = CheckFacts.ReadColumns("types")
            .Where(columns => types.Contains(columns[0]) && !columns[1].StartsWith(None, StringComparison.Ordinal))
            .SelectMany(columns => columns[1].Split(' '))
            .SelectMany(ControlCatalog.Expand)
            .ToHashSet();
        return [.. ControlCatalog.All.Where(control => control.State == ControlState.Unmet && ids.Contains(control.Id))];
    }
}
