using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Infra.Configuration.Binding;
using Infra.Configuration.StackFiles;
using Infra.Sandbox.Changes.Comparison;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Preview;

namespace Infra.Sandbox.Diff.StackFiles;

/// <summary>The edits between two stack files.</summary>
internal static class StackEdits
{
    public static ImmutableArray<StackEdit> Between(StackVersion old, StackVersion wanted) =>
    [
        .. old.Values.AllKeys.Union(wanted.Values.AllKeys).Order(StringComparer.Ordinal)
            .SelectMany(key => Between([key], key, ValueOf(old, key), ValueOf(wanted, key))),
    ];

    /// <summary>The old stack file with some of the edits.</summary>
    public static StackVersion Apply(IEnumerable<StackEdit> edits, StackVersion old, StackVersion wanted) => old.With(
        edits.GroupBy(edit => edit.Path[0]).Select(block => KeyValuePair.Create(block.Key, Edited(block.Key, [.. block], old, wanted))));

    private static IEnumerable<StackEdit> Between(ImmutableArray<string> path, string key, PropertyValue? old, PropertyValue? wanted) =>
        (old, wanted) switch
        {
            _ when ValueDifference.AreEqual(old, wanted) => [],
            (PropertyValue.Map before, PropertyValue.Map after) =>
                from name in before.Entries.Keys.Union(after.Entries.Keys).Order(StringComparer.Ordinal)
                from edit in Between(path.Add(name), ConfigKey.Member(key, name), before.Find(name), after.Find(name))
                select edit,
            _ => [new StackEdit(path, wanted, [.. ValueDifference.Between(key, old, wanted)])],
        };

    private static PropertyValue? ValueOf(StackVersion version, string key) => version.Values.FindKey(key) switch
    {
        null => null,
        { Text: { } text, IsSecret: false } => JsonText.Parse(text) ?? text,
        var secret => new PropertyValue.Secret(secret.Text ?? EncryptedValues.TextOf(version, key)),
    };

    private static ConfigValue? Edited(string key, IReadOnlyList<StackEdit> edits, StackVersion old, StackVersion wanted)
    {
        if (edits is [{ Path.Length: 1 }])
        {
            return wanted.Values.FindKey(key);
        }

        var block = edits.Aggregate(ValueOf(old, key)!, (value, edit) => With(value, edit.Path.AsSpan()[1..], edit.New));
        return new ConfigValue(Json(block), IsSecret: false);
    }

    private static PropertyValue With(PropertyValue value, ReadOnlySpan<string> path, PropertyValue? wanted)
    {
        var entries = ((PropertyValue.Map)value).Entries;
        return new PropertyValue.Map(path switch
        {
            [var name, _, ..] => entries.SetItem(name, With(entries[name], path[1..], wanted)),
            [var name] when wanted is null => entries.Remove(name),
            _ => entries.SetItem(path[0], wanted!),
        });
    }

    private static string Json(PropertyValue value)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            PreviewJson.WriteValue(value, json);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
