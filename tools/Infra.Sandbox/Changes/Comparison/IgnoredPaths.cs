using System.Collections.Immutable;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Comparison;

/// <summary>The option <c>ignoreChanges</c>: the engine sets each path in the new inputs to its value in the old ones.</summary>
internal static class IgnoredPaths
{
    private const string Any = "*";

    /// <summary>The new inputs with the old values at the ignored paths.</summary>
    public static PropertyValue.Map Reset(PropertyValue.Map old, PropertyValue.Map @new, ImmutableArray<string> paths) =>
        paths.Aggregate(@new, (inputs, path) => (PropertyValue.Map)Reset(old, inputs, Steps(path))!);

    private static PropertyValue? Reset(PropertyValue? old, PropertyValue? @new, ReadOnlySpan<string> steps)
    {
        if (steps is not [var step, .. var rest])
        {
            return old;
        }

        return (old, @new) switch
        {
            (PropertyValue.Secret secret, _) => Hidden(Reset(secret.Value, @new, steps)),
            (_, PropertyValue.Secret secret) => Hidden(Reset(old, secret.Value, steps)),
            (PropertyValue.Map map, PropertyValue.Map other) => ResetMap(map, other, step, rest),
            (PropertyValue.List list, PropertyValue.List other) => ResetList(list, other, step, rest),
            _ => @new,
        };
    }

    private static PropertyValue.Map ResetMap(PropertyValue.Map old, PropertyValue.Map @new, string step, ReadOnlySpan<string> rest)
    {
        var entries = @new.Entries;
        foreach (var key in step == Any ? old.Entries.Keys.Union(entries.Keys) : [step])
        {
            entries = Reset(old.Find(key), entries.GetValueOrDefault(key), rest) is { } value ? entries.SetItem(key, value) : entries.Remove(key);
        }

        return new PropertyValue.Map(entries);
    }

    // An item that only one of the lists has is not reset.
    private static PropertyValue.List ResetList(PropertyValue.List old, PropertyValue.List @new, string step, ReadOnlySpan<string> rest)
    {
        var items = @new.Items;
        var count = Math.Min(old.Items.Length, items.Length);
        foreach (var index in step == Any ? Enumerable.Range(0, count) : int.TryParse(step, out var one) && one < count ? [one] : [])
        {
            items = items.SetItem(index, Reset(old.Items[index], items[index], rest)!);
        }

        return new PropertyValue.List(items);
    }

    private static PropertyValue.Secret? Hidden(PropertyValue? value) =>
        value is null ? null : value as PropertyValue.Secret ?? new PropertyValue.Secret(value);

    // root.nested["quoted.key"][0].*
    private static string[] Steps(string path)
    {
        var steps = new List<string>();
        for (var start = 0; start < path.Length;)
        {
            var isQuoted = path.AsSpan(start).StartsWith("[\"");
            var isIndex = path[start] == '[';
            var end = isQuoted ? path.IndexOf("\"]", start, StringComparison.Ordinal)
                : isIndex ? path.IndexOf(']', start)
                : path.IndexOfAny(['.', '['], start);
            end = end < 0 ? path.Length : end;
            steps.Add(path[(start + (isQuoted ? 2 : isIndex ? 1 : 0))..end]);
            start = Math.Min(path.Length, end + (isQuoted ? 2 : isIndex ? 1 : 0));
            start += start < path.Length && path[start] == '.' ? 1 : 0;
        }

        return [.. steps];
    }
}
