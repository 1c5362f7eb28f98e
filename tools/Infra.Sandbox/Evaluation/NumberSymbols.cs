using System.Collections.Concurrent;
using System.Globalization;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Evaluation;

/// <summary>
/// Whole numbers that only AWS knows. A number cannot hold a symbol; so each is one that nobody writes, and where a program has made a
/// text of it, the symbol takes its place.
/// </summary>
internal sealed class NumberSymbols
{
    private const int First = 2_000_000_000;

    private readonly ConcurrentDictionary<string, string> _symbols = [];
    private int _count;

    /// <summary>A number for a property of a resource.</summary>
    public int For(Symbol symbol)
    {
        var number = First + Interlocked.Increment(ref _count);
        _symbols[number.ToString(CultureInfo.InvariantCulture)] = symbol.ToString();
        return number;
    }

    /// <summary>The values with symbols for texts that are such numbers.</summary>
    public PropertyValue.Map Restore(PropertyValue.Map map) => _symbols.IsEmpty ? map : map.WithTexts(_symbols);
}
