using System.Collections.Immutable;
using Infra.Sandbox.Changes.Facts;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Comparison;

/// <summary>Fills in the values that inputs have when a program does not give them.</summary>
internal static class UnsetValues
{
    /// <summary>The wanted inputs with the values that the running resource keeps, and without defaults that make no difference.</summary>
    public static PropertyValue.Map Fill(string type, PropertyValue.Map running, PropertyValue.Map wanted) =>
        UnsetInputs.Of(type).Aggregate(wanted, (inputs, unset) => Fill(running, inputs, unset.Input.Split('.'), unset.Default));

    private static PropertyValue.Map Fill(PropertyValue.Map running, PropertyValue.Map wanted, ReadOnlySpan<string> path, PropertyValue? standard)
    {
        var name = path[0];
        var (old, @new) = (ValueEquality.OrNull(running.Find(name)), ValueEquality.OrNull(wanted.Find(name)));
        var value = path.Length == 1 ? FillEnd(old, @new, standard) : FillInside(old, @new, path[1..], standard);
        return ReferenceEquals(value, @new) ? wanted
            : value is null ? new PropertyValue.Map(wanted.Entries.Remove(name))
            : wanted.With([new(name, value)]);
    }

    private static PropertyValue? FillEnd(PropertyValue? old, PropertyValue? @new, PropertyValue? standard) => (old, @new) switch
    {
        ({ } kept, null) when standard is null || ValueEquality.AreEqual(kept, standard) => kept,
        (null, { } given) when standard is not null && ValueEquality.AreEqual(given, standard) => null,
        _ => @new,
    };

    private static PropertyValue? FillInside(PropertyValue? old, PropertyValue? @new, ReadOnlySpan<string> path, PropertyValue? standard)
    {
        switch (old, @new)
        {
            case (PropertyValue.Map one, PropertyValue.Map other):
                return Fill(one, other, path, standard);
            case (PropertyValue.List one, PropertyValue.List other) when one.Items.Length == other.Items.Length:
                var items = ImmutableArray.CreateBuilder<PropertyValue>(other.Items.Length);
                for (var index = 0; index < other.Items.Length; index++)
                {
                    items.Add(FillInside(one.Items[index], other.Items[index], path, standard) ?? other.Items[index]);
                }

                return items.SequenceEqual(other.Items, ReferenceEqualityComparer.Instance) ? other : new PropertyValue.List(items.MoveToImmutable());
            default:
                return @new;
        }
    }
}
