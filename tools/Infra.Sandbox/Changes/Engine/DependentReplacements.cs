using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Engine;

/// <summary>
/// The running resources that go with one that is deleted before its replacement exists: those that its new outputs would replace.
/// </summary>
internal static class DependentReplacements
{
    /// <summary>The dependents in dependency order.</summary>
    public static IEnumerable<ResourceNode> Of(ResourceNode condemned, DependencyOrder running)
    {
        HashSet<ResourceKey> replaced = [condemned.Key];
        return
        [
            .. running.DependentsOf(condemned.Key)
                .Where(node => Replacement.ForcedBy(node, IsUnknown) && replaced.Add(node.Key)),
        ];

        bool IsUnknown(Symbol symbol) => running.Behind(symbol).Any(source => replaced.Contains(source.Resource));
    }
}
