using System.Collections.Immutable;

namespace Infra.Sandbox.Graph;

/// <summary>Reads typed entries of a map. An entry that is missing or of another type is null.</summary>
internal static class PropertyReading
{
    public static string? Text(this PropertyValue.Map map, string key) => (map.Find(key) as PropertyValue.Text)?.Value;

    public static bool? Flag(this PropertyValue.Map map, string key) => (map.Find(key) as PropertyValue.Flag)?.Value;

    public static PropertyValue.Map Map(this PropertyValue.Map map, string key) => map.Find(key) as PropertyValue.Map ?? PropertyValue.Map.Empty;

    public static ImmutableArray<PropertyValue> Items(this PropertyValue.Map map, string key) => (map.Find(key) as PropertyValue.List)?.Items ?? [];

    /// <summary>The symbols anywhere in a value.</summary>
    public static IEnumerable<Symbol> Symbols(this PropertyValue value) => value switch
    {
        PropertyValue.Text text => Symbol.In(text.Value),
        PropertyValue.Secret secret => secret.Value.Symbols(),
        PropertyValue.List list => list.Items.SelectMany(Symbols),
        PropertyValue.Map map => map.Entries.Values.SelectMany(Symbols),
        _ => [],
    };

    /// <summary>The map with whole texts replaced, at any depth.</summary>
    public static PropertyValue.Map WithTexts(this PropertyValue.Map map, IReadOnlyDictionary<string, string> texts) =>
        PropertyValue.Map.Of(map.Entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value.WithTexts(texts))));

    public static ImmutableArray<string> Texts(this PropertyValue.Map map, string key) =>
        [.. map.Items(key).OfType<PropertyValue.Text>().Select(text => text.Value)];

    private static PropertyValue WithTexts(this PropertyValue value, IReadOnlyDictionary<string, string> texts) => value switch
    {
        PropertyValue.Text text => texts.GetValueOrDefault(text.Value, text.Value),
        PropertyValue.Secret secret => new PropertyValue.Secret(secret.Value.WithTexts(texts)),
        PropertyValue.List list => new PropertyValue.List([.. list.Items.Select(item => item.WithTexts(texts))]),
        PropertyValue.Map map => map.WithTexts(texts),
        _ => value,
    };
}
