using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>
/// A map argument with string keys whose values, or the map as a whole, may be outputs. A key added twice must have equal
/// values; that is checked when the map resolves, as only then the values are known.
/// </summary>
public sealed class InputMap<TValue>
    : Input<ImmutableDictionary<string, TValue>>, IEnumerable, IAsyncEnumerable<Input<KeyValuePair<string, TValue>>>
{
    // Exactly one of the two is set, as in InputList.
    private List<KeyValuePair<string, Input<TValue>>>? _items;
    private Output<ImmutableDictionary<string, TValue>>? _output;

    public InputMap()
        : this(new List<KeyValuePair<string, Input<TValue>>>())
    {
    }

    private InputMap(List<KeyValuePair<string, Input<TValue>>> items)
        : base(null) => _items = items;

    private InputMap(Output<ImmutableDictionary<string, TValue>> output)
        : base(null) => _output = Existing(output);

    public Input<TValue> this[string key]
    {
        set => Add(key, value);
    }

    public void Add(string key, Input<TValue> value)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (_items is not null)
        {
            _items.Add(new(key, value));
            return;
        }

        _output = Pulumi.Output.Tuple(ToOutput(), InputExtensions.ToOutput(value)).Apply(pair => pair.Item1.Add(key, pair.Item2));
    }

    public void Add(InputMap<TValue> values) => AddRange(values);

    /// <summary>Unlike a single key that is added again, one that both maps have is a conflict even if its values are equal.</summary>
    public void AddRange(InputMap<TValue> values)
    {
        if (_items is not null && values._items is not null && !values._items.Any(item => HasKey(item.Key)))
        {
            _items.AddRange([.. values._items]);
            return;
        }

        _output = Pulumi.Output.Tuple(ToOutput(), values.ToOutput()).Apply(maps => Join(maps.Item1, maps.Item2));
        _items = null;
    }

    /// <summary>A new map with the entries of both; where both have a key, the second one's value is used.</summary>
    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second) =>
        new(Pulumi.Output.Tuple(first.ToOutput(), second.ToOutput()).Apply(maps => maps.Item1.SetItems(maps.Item2)));

    public async IAsyncEnumerator<Input<KeyValuePair<string, TValue>>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var data = await ToOutput().DataTask.ConfigureAwait(false);
        foreach (var pair in data.IsKnown ? data.Value : [])
        {
            yield return pair;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => throw new NotSupportedException(
        $"A {GetType().FullName} cannot be synchronously enumerated. Use {nameof(GetAsyncEnumerator)} instead.");

    // Only resolved values can tell whether a repeated key is a conflict.
    private protected override object? GetSource()
    {
        var distinct = new Dictionary<string, Input<TValue>>();
        foreach (var item in _items ?? [])
        {
            if (!distinct.TryAdd(item.Key, item.Value))
            {
                return CreateOutput();
            }
        }

        return _output ?? (object)distinct;
    }

    private protected override Output<ImmutableDictionary<string, TValue>> CreateOutput()
    {
        var keys = _items!.ConvertAll(item => item.Key);
        return Pulumi.Output.All(_items.Select(item => InputExtensions.ToOutput(item.Value))).Apply(values =>
            ImmutableDictionary<string, TValue>.Empty.AddRange(keys.Zip(values, KeyValuePair.Create)));
    }

    private bool HasKey(string key) => _items!.Exists(item => item.Key == key);

    private static ImmutableDictionary<string, TValue> Join(
        ImmutableDictionary<string, TValue> first, ImmutableDictionary<string, TValue> second) =>
        second.Keys.FirstOrDefault(first.ContainsKey) is { } key
            ? throw new ArgumentException($"An element with the same key but a different value already exists. Key: '{key}'")
            : first.AddRange(second);

    public static implicit operator InputMap<TValue>(Dictionary<string, TValue> values) =>
        new([.. values.Select(pair => KeyValuePair.Create(pair.Key, (Input<TValue>)pair.Value))]);

    public static implicit operator InputMap<TValue>(ImmutableDictionary<string, TValue> values) =>
        new([.. values.Select(pair => KeyValuePair.Create(pair.Key, (Input<TValue>)pair.Value))]);

    public static implicit operator InputMap<TValue>(Output<Dictionary<string, TValue>> values) =>
        new(values.Apply(ImmutableDictionary.CreateRange));

    public static implicit operator InputMap<TValue>(Output<IDictionary<string, TValue>> values) =>
        new(values.Apply(ImmutableDictionary.CreateRange));

    public static implicit operator InputMap<TValue>(Output<ImmutableDictionary<string, TValue>> values) => new(values);
}
