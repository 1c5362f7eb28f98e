using System.Collections.Immutable;

namespace Infra.Sandbox.Graph;

/// <summary>
/// The value of a resource's property or of a stack output. Texts contain a <see cref="Symbol"/> for what only AWS knows;
/// a value that cannot be a text is <see cref="Unknown"/>.
/// </summary>
internal abstract record PropertyValue
{
    private PropertyValue()
    {
    }

    public static implicit operator PropertyValue(string text) => new Text(text);

    public static implicit operator PropertyValue(bool value) => new Flag(value);

    public static implicit operator PropertyValue(double value) => new Number(value);

    public static implicit operator PropertyValue(Symbol symbol) => new Text(symbol.ToString());

    public sealed record Null : PropertyValue
    {
        public static readonly Null Value = new();
    }

    public sealed record Unknown : PropertyValue
    {
        public static readonly Unknown Value = new();
    }

    public sealed record Flag(bool Value) : PropertyValue;

    public sealed record Number(double Value) : PropertyValue;

    public sealed record Text(string Value) : PropertyValue;

    public sealed record List(ImmutableArray<PropertyValue> Items) : PropertyValue;

    /// <summary>A value that must not be printed, as the generated ToString would.</summary>
    public sealed record Secret(PropertyValue Value) : PropertyValue
    {
        public override string ToString() => "[secret]";
    }

    /// <summary>An object or a map, its keys in ordinal order.</summary>
    public sealed record Map(ImmutableSortedDictionary<string, PropertyValue> Entries) : PropertyValue
    {
        public static readonly Map Empty = new(ImmutableSortedDictionary.Create<string, PropertyValue>(StringComparer.Ordinal));

        public static Map Of(IEnumerable<KeyValuePair<string, PropertyValue>> entries) => new(Empty.Entries.SetItems(entries));

        public PropertyValue? Find(string key) => Entries.GetValueOrDefault(key);

        /// <summary>These entries merged with others, which take precedence.</summary>
        public Map With(IEnumerable<KeyValuePair<string, PropertyValue>> entries) => new(Entries.SetItems(entries));

        public Map With(Map map) => With(map.Entries);
    }
}
