using System.Collections.Concurrent;
using System.Globalization;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Evaluation;

/// <summary>
/// Placeholders for integers that only AWS knows. A number cannot hold a symbol, so each is a number that no program uses; where the program
/// has formatted it as text, the symbol replaces it.
/// </summary>
internal sealed class NumberSymbols
{
    private const int First = 2_000_000_000;

    private readonly ConcurrentDictionary<string, string> _symbols = [];
    private int _count;

    /// <summary>The placeholder for a resource's property.</summary>
    public int For(Symbol symbol)
    {
        var number = First + Interlocked.Increment(ref _count);
        _symbols[number.ToString(CultureInfo.InvariantCulture)] = symbol.ToString();
        return number;
    }

    /// <summary>Replaces texts that are placeholders by their symbols.</summary>
    public PropertyValue.Map Restore(PropertyValue.Map map) => _symbols.IsEmpty ? map : map.WithTexts(_symbols);
}
