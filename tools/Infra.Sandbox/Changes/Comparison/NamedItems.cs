using System.Collections.Immutable;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Comparison;

/// <summary>A list whose items have names, such as containers and environment variables: its order means nothing.</summary>
internal sealed class NamedItems
{
    private static readonly string[] NameKeys = ["name", "Sid"];
    private static readonly string[] PairKeys = ["value", "valueFrom"];

    private readonly Dictionary<string, PropertyValue.Map> _items = [];

    /// <summary>The names in the order of the list.</summary>
    public IReadOnlyList<string> Names { get; private set; } = [];

    /// <summary>Reads a list; null unless each of its items has a name of its own.</summary>
    public static NamedItems? Read(ImmutableArray<PropertyValue> items)
    {
        var named = new NamedItems();
        var names = new List<string>();
        foreach (var item in items)
        {
            if (item is not PropertyValue.Map map || NameOf(map) is not { } name || !named._items.TryAdd(name, map))
            {
                return null;
            }

            names.Add(name);
        }

        named.Names = names;
        return named;
    }

    public PropertyValue? Find(string name) => _items.GetValueOrDefault(name);

    /// <summary>The value of an item that has nothing but a name and a value.</summary>
    public PropertyValue? PairValue(string name) =>
        _items.GetValueOrDefault(name) is { Entries.Count: 2 } item
            ? PairKeys.Select(key => item.Find(key)).FirstOrDefault(value => value is not null)
            : null;

    private static string? NameOf(PropertyValue.Map map) => NameKeys.Select(key => map.Text(key)).FirstOrDefault(name => name is not null);
}
