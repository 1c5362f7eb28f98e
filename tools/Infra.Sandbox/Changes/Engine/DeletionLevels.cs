using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Engine;

/// <summary>Splits deletions into levels: the engine finishes a level before it begins the next.</summary>
internal static class DeletionLevels
{
    /// <summary>The levels in the engine's order, the deepest dependents first.</summary>
    /// <param name="condemned">The resources to delete, each after its dependencies.</param>
    /// <param name="running">The dependencies.</param>
    public static IEnumerable<IReadOnlyList<ResourceNode>> Of(IReadOnlyList<ResourceNode> condemned, DependencyOrder running)
    {
        var levels = new Dictionary<ResourceKey, int>();
        foreach (var node in condemned)
        {
            levels[node.Key] = 1 + running.DependenciesOf(node.Key).Max(key => (int?)levels.GetValueOrDefault(key, -1)) ?? 0;
        }

        return condemned.GroupBy(node => levels[node.Key]).OrderByDescending(level => level.Key).Select(level => level.Reverse().ToList());
    }
}
