using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Infra.Sandbox.Changes;
using Infra.Sandbox.Diff.StackFiles;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Diff.Reports;

/// <summary>Changes as lines of a fenced diff block.</summary>
internal static class MarkdownChange
{
    private const int ValueLength = 200;
    private const int MaxKeys = 30;
    private const int MaxProperties = 40;

    public static string Keys(ImmutableArray<KeyChange> keys)
    {
        var block = new StringBuilder();
        foreach (var key in keys.Take(MaxKeys))
        {
            AppendPair(block, key.Key, key.Old, key.New, note: "");
        }

        return AppendRest(block, keys.Length - MaxKeys, "keys").ToString();
    }

    public static string Block(ResourceChange change)
    {
        var block = new StringBuilder();
        block.Append(CultureInfo.InvariantCulture, $"@@ {DiffWords.NameOf(change.Key)}: {DiffWords.ActionOf(change)} @@\n");
        foreach (var property in change.Properties.Take(MaxProperties))
        {
            AppendPair(block, property.Path, property.Old, property.New, property.ForcesReplacement ? $"  ({DiffWords.ForcesReplacement})" : "");
        }

        AppendRest(block, change.Properties.Length - MaxProperties, "properties");
        if (DiffWords.HasNoOwnReason(change))
        {
            AppendNote(block, DiffWords.NoOwnReason);
        }

        foreach (var effect in change.Effects)
        {
            var kind = DiffWords.Of(effect.Kind);
            AppendNote(block, $"{(DiffWords.IsHarmful(effect) ? kind.ToUpperInvariant() : kind)}: {effect.Text}");
        }

        return block.ToString();
    }

    private static void AppendPair(StringBuilder block, string path, PropertyValue? old, PropertyValue? wanted, string note)
    {
        var (before, after) = ValueText.Pair(old, wanted, ValueLength);
        var shortPath = MarkdownText.Cut(path, ValueLength);
        if (old is not null)
        {
            block.Append(CultureInfo.InvariantCulture, $"- {shortPath}: {before}{note}\n");
        }

        if (wanted is not null)
        {
            block.Append(CultureInfo.InvariantCulture, $"+ {shortPath}: {after}{note}\n");
        }
    }

    private static StringBuilder AppendRest(StringBuilder block, int count, string what)
    {
        if (count > 0)
        {
            AppendNote(block, string.Create(CultureInfo.InvariantCulture, $"and {count} more {what}"));
        }

        return block;
    }

    private static void AppendNote(StringBuilder block, string note) => block.Append(CultureInfo.InvariantCulture, $"# {note}\n");
}
