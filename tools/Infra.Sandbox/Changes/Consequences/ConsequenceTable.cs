using System.Collections.Immutable;

namespace Infra.Sandbox.Changes.Consequences;

/// <summary>The consequences of changes for users and operators.</summary>
internal static class ConsequenceTable
{
    private static readonly Lazy<ILookup<string, Consequence>> ByType = new(() => All.ToLookup(row => row.Type, StringComparer.Ordinal));

    public static IEnumerable<Consequence> All =>
    [
        .. DatabaseConsequences.All,
        .. CacheConsequences.All,
        .. StorageConsequences.All,
        .. MessageConsequences.All,
        .. ContainerConsequences.All,
        .. CapacityConsequences.All,
        .. LoadBalancerConsequences.All,
        .. NetworkConsequences.All,
        .. SignInConsequences.All,
        .. DomainConsequences.All,
    ];

    /// <summary>The consequences of a change, the most harmful first.</summary>
    public static ImmutableArray<Effect> Of(ResourceChange change, ChangeContext context) =>
    [
        .. ByType.Value[change.Key.Type]
            .Where(row => row.Applies.Holds(change) && !context.Covers(change, row.Kind))
            .Select(row => row.EffectOf(change))
            .OrderBy(effect => effect.Kind),
    ];
}
