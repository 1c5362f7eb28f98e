using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>
/// A list argument whose elements, or the list as a whole, may be outputs. It has no elements to enumerate until those
/// resolve: add to it, concatenate it, or convert it to an output.
/// </summary>
public sealed class InputList<T> : Input<ImmutableArray<T>>, IEnumerable, IAsyncEnumerable<Input<T>>
{
    // Exactly one of the two is set. Elements stay separate for as long as all of them are known one by one.
    private List<Input<T>>? _items;
    private Output<ImmutableArray<T>>? _output;

    public InputList()
        : this(new List<Input<T>>())
    {
    }

    // A missing element is found when the list is resolved, so such a list is resolved at once.
    private InputList(List<Input<T>> items)
        : base(null)
    {
        if (items.Contains(null!))
        {
            _output = Pulumi.Output.All(items);
        }
        else
        {
            _items = items;
        }
    }

    private InputList(Output<ImmutableArray<T>> output)
        : base(null) => _output = Existing(output);

    public void Add(params Input<T>[] inputs) => Append(inputs);

    public void Add(InputList<T> inputs) => Append(inputs);

    public void AddRange(InputList<T> inputs) => Append(inputs);

    /// <summary>A new list with the elements of this one, then those of <paramref name="other"/>.</summary>
    public InputList<T> Concat(InputList<T> other)
    {
        var result = Copy();
        result.Append(other);
        return result;
    }

    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        if (_output is not null)
        {
            var data = await _output.DataTask.ConfigureAwait(false);
            foreach (var value in data.IsKnown ? data.Value : [])
            {
                yield return value;
            }
        }

        foreach (var item in _items ?? [])
        {
            yield return item;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => throw new NotSupportedException(
        $"A {GetType().FullName} cannot be synchronously enumerated. Use {nameof(GetAsyncEnumerator)} instead.");

    internal bool IsEmpty => _items is { Count: 0 };

    internal InputList<T> Copy() => _items is null ? new InputList<T>(_output!) : new InputList<T>([.. _items]);

    private protected override object? GetSource() => (object?)_items ?? _output;

    private protected override Output<ImmutableArray<T>> CreateOutput() => Pulumi.Output.All(_items!);

    private void Append(InputList<T> other)
    {
        if (_items is not null && other._items is not null)
        {
            _items.AddRange([.. other._items]);
            return;
        }

        if (other.IsEmpty)
        {
            return;
        }

        _output = IsEmpty
            ? other.ToOutput()
            : Pulumi.Output.Tuple(ToOutput(), other.ToOutput()).Apply(lists => lists.Item1.AddRange(lists.Item2));
        _items = null;
    }

    public static implicit operator InputList<T>(T value) => new([value]);

    public static implicit operator InputList<T>(Output<T> value) => new([value]);

    public static implicit operator InputList<T>(Input<T> value) => new([value]);

    public static implicit operator InputList<T>(T[] values) => new([.. values.Select(value => (Input<T>)value)]);

    public static implicit operator InputList<T>(Output<T>[] values) => new([.. values.Select(value => (Input<T>)value)]);

    public static implicit operator InputList<T>(Input<T>[] values) => ImmutableArray.CreateRange(values);

    public static implicit operator InputList<T>(List<T> values) => ImmutableArray.CreateRange(values);

    public static implicit operator InputList<T>(List<Output<T>> values) => ImmutableArray.CreateRange(values);

    public static implicit operator InputList<T>(List<Input<T>> values) => ImmutableArray.CreateRange(values);

    public static implicit operator InputList<T>(ImmutableArray<T> values) => new([.. values]);

    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values) => new([.. values]);

    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) => new([.. values]);

    public static implicit operator InputList<T>(Output<T[]> values) => new(values.Apply(ImmutableArray.CreateRange));

    public static implicit operator InputList<T>(Output<List<T>> values) => new(values.Apply(ImmutableArray.CreateRange));

    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) =>
        new(values.Apply(ImmutableArray.CreateRange));

    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) => new(values);
}
