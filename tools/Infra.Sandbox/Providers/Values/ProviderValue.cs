using System.Collections.Immutable;

namespace Infra.Sandbox.Providers.Values;

/// <summary>A value of a provider's attribute, block or resource. Its type is in the schema.</summary>
internal abstract record ProviderValue
{
    private ProviderValue()
    {
    }

    public static implicit operator ProviderValue(string text) => new Text(text);

    public static implicit operator ProviderValue(bool value) => new Flag(value);

    public static implicit operator ProviderValue(double value) => new Number(value);

    public sealed record Null : ProviderValue
    {
        public static readonly Null Value = new();
    }

    /// <summary>A value that is only known after the change.</summary>
    public sealed record Unknown : ProviderValue
    {
        public static readonly Unknown Value = new();
    }

    public sealed record Flag(bool Value) : ProviderValue;

    public sealed record Number(double Value) : ProviderValue;

    public sealed record Text(string Value) : ProviderValue
    {
        // Configurations contain secrets.
        public override string ToString() => "[text]";
    }

    /// <summary>A list, or a set in any order.</summary>
    public sealed record List(ImmutableArray<ProviderValue> Items) : ProviderValue
    {
        public static readonly List Empty = new([]);
    }

    /// <summary>A map, an object or a block.</summary>
    public sealed record Map(ImmutableSortedDictionary<string, ProviderValue> Entries) : ProviderValue
    {
        public static Map Of(IEnumerable<KeyValuePair<string, ProviderValue>> entries) =>
            new(entries.ToImmutableSortedDictionary(StringComparer.Ordinal));

        public ProviderValue Find(string key) => Entries.GetValueOrDefault(key, Null.Value);
    }
}
