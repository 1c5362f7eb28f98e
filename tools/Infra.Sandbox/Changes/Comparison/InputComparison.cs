using System.Collections.Immutable;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Comparison;

/// <summary>Compares the inputs of a resource as AWS does: JSON in texts as JSON, lists without an order as sets.</summary>
/// <param name="type">The type of the resource.</param>
/// <param name="isNewValue">Whether a symbol stands for another value than before.</param>
internal sealed class InputComparison(string type, Func<Symbol, bool> isNewValue)
{
    private readonly ImmutableArray<InputDifference>.Builder _differences = ImmutableArray.CreateBuilder<InputDifference>();

    /// <summary>The inputs that differ.</summary>
    public static ImmutableArray<InputDifference> Of(ResourceNode running, ResourceNode wanted, Func<Symbol, bool> isNewValue)
    {
        var comparison = new InputComparison(wanted.Key.Type, isNewValue);
        comparison.CompareMaps(InputPlace.Root, running.Inputs, wanted.Inputs);
        return comparison._differences.ToImmutable();
    }

    private void Compare(InputPlace place, PropertyValue? old, PropertyValue? @new)
    {
        switch (ValueEquality.OrNull(old), ValueEquality.OrNull(@new))
        {
            case (null, null):
                break;
            case (PropertyValue.Secret or null, PropertyValue.Secret or null):
            case (PropertyValue.Secret, _):
            case (_, PropertyValue.Secret):
                CompareSecrets(place, old, @new);
                break;
            case (PropertyValue.Map one, PropertyValue.Map other):
                CompareMaps(place, one, other);
                break;
            // The provider's schema has facts about whole lists, and JSON has none.
            case (null, PropertyValue.List { Items: var items }) when place.IsInJson:
                CompareLists(place, [], items);
                break;
            case (PropertyValue.List { Items: var items }, null) when place.IsInJson:
                CompareLists(place, items, []);
                break;
            case (PropertyValue.List one, PropertyValue.List other):
                CompareLists(place, one.Items, other.Items);
                break;
            case (PropertyValue.Text one, PropertyValue.Text other)
                when !place.IsInJson && JsonText.Parse(one.Value) is { } json && JsonText.Parse(other.Value) is { } otherJson:
                Compare(place.Json, json, otherJson);
                break;
            case var (one, other):
                CompareWhole(place, one, other);
                break;
        }
    }

    private void CompareWhole(InputPlace place, PropertyValue? old, PropertyValue? @new)
    {
        if (!ValueEquality.AreEqual(old, @new))
        {
            _differences.Add(new InputDifference(place.Path, place.Input, old, @new));
        }
        else if (@new is not null && @new.Symbols().Any(isNewValue))
        {
            _differences.Add(new InputDifference(place.Path, place.Input, old, PropertyValue.Unknown.Value));
        }
    }

    // The parts of a secret are as secret as the whole.
    private void CompareSecrets(InputPlace place, PropertyValue? old, PropertyValue? @new)
    {
        var first = _differences.Count;
        Compare(place, Opened(old), Opened(@new));
        for (var index = first; index < _differences.Count; index++)
        {
            _differences[index] = _differences[index].AsSecret();
        }
    }

    private void CompareMaps(InputPlace place, PropertyValue.Map old, PropertyValue.Map @new)
    {
        foreach (var name in old.Entries.Keys.Union(@new.Entries.Keys).Order(StringComparer.Ordinal))
        {
            Compare(place.Property(name), old.Find(name), @new.Find(name));
        }
    }

    private void CompareLists(InputPlace place, ImmutableArray<PropertyValue> old, ImmutableArray<PropertyValue> @new)
    {
        if (NamedItems.Read(old) is { } oldNamed && NamedItems.Read(@new) is { } newNamed)
        {
            CompareNamed(place, oldNamed, newNamed);
        }
        else if (UnorderedLists.Contain(type, place))
        {
            CompareSets(place, old, @new);
        }
        else
        {
            for (var index = 0; index < Math.Max(old.Length, @new.Length); index++)
            {
                Compare(place.Item($"{index}"), old.ElementAtOrDefault(index), @new.ElementAtOrDefault(index));
            }
        }
    }

    private void CompareNamed(InputPlace place, NamedItems old, NamedItems @new)
    {
        foreach (var name in @new.Names.Union(old.Names))
        {
            if (old.PairValue(name) is { } one && @new.PairValue(name) is { } other)
            {
                Compare(place.Pair(name), one, other);
            }
            else
            {
                var isPair = (old.PairValue(name) ?? @new.PairValue(name)) is not null;
                Compare(
                    isPair ? place.Pair(name) : place.Item(name),
                    isPair && @new.Find(name) is null ? old.PairValue(name) : old.Find(name),
                    isPair && old.Find(name) is null ? @new.PairValue(name) : @new.Find(name));
            }
        }
    }

    // One item that differs is the same item changed.
    private void CompareSets(InputPlace place, ImmutableArray<PropertyValue> old, ImmutableArray<PropertyValue> @new)
    {
        var (removed, added) = ValueEquality.Unmatched(old, @new);
        if (removed.Count == 1 && added.Count == 1)
        {
            Compare(place.Item($"{added[0]}"), old[removed[0]], @new[added[0]]);
        }
        else
        {
            removed.ForEach(index => Compare(place.Item($"{index}"), old[index], null));
            added.ForEach(index => Compare(place.Item($"{index}"), null, @new[index]));
        }

        foreach (var index in Enumerable.Range(0, @new.Length).Except(added))
        {
            Compare(place.Item($"{index}"), @new[index], @new[index]);
        }
    }

    private static PropertyValue? Opened(PropertyValue? value) => value is PropertyValue.Secret secret ? secret.Value : value;
}
