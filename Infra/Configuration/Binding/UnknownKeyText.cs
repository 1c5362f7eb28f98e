using System.Text.RegularExpressions;

namespace Infra.Configuration.Binding;

/// <summary>The message for an unknown key.</summary>
internal static partial class UnknownKeyText
{
    private const int MaxListedKeys = 10;
    private const int MaxSimilarKeys = 5;
    private const int MaxBlocks = 3;
    private const int MaxDepth = 3;

    /// <param name="name">The key.</param>
    /// <param name="type">The block that contains it.</param>
    /// <param name="root">The whole configuration, if known.</param>
    public static string Of(string name, ConfigType type, ConfigType? root)
    {
        var blocks = root is null ? [] : BlocksWith(name, root, "", MaxDepth).Take(MaxBlocks + 1).ToList();
        if (blocks.Count is > 0 and <= MaxBlocks)
        {
            return $"is not a {(type == root ? "top-level key" : "key of this block")}; it belongs in {Phrase.Or(blocks)}";
        }

        var names = type.Members.Select(member => member.Name).ToList();
        return names.Count <= MaxListedKeys
            ? $"is not a known key; the {ProblemText.Keys(type)}"
            : $"is not a known key; {Similar(name, names)}see docs/configuration.md";
    }

    // Keys that share a word, such as desiredCount and minimumTasks for desiredTasks.
    private static string Similar(string name, IEnumerable<string> names)
    {
        var words = Word().Matches(name).Select(word => word.Value).ToList();
        var similar = names.Where(other => Word().Matches(other).Any(word => words.Contains(word.Value, StringComparer.OrdinalIgnoreCase))).ToList();
        return similar.Count is > 0 and <= MaxSimilarKeys ? $"did you mean {Phrase.Or(similar)}? Otherwise, " : "";
    }

    private static IEnumerable<string> BlocksWith(string name, ConfigType block, string path, int depth)
    {
        if (path.Length > 0 && block.Members.Any(member => member.Name == name))
        {
            yield return path;
        }

        foreach (var member in depth > 0 ? block.Members : [])
        {
            var inner = member.Type.Leaf;
            var innerPath = (path.Length > 0 ? $"{path}." : "") + member.Name + (member.Type.Kind is ConfigKind.Map ? ".<name>" : member.Type.Kind is ConfigKind.List ? "[]" : "");
            foreach (var found in inner.Kind is ConfigKind.Block ? BlocksWith(name, inner, innerPath, depth - 1) : [])
            {
                yield return found;
            }
        }
    }

    [GeneratedRegex("[A-Z]?[a-z]{3,}")]
    private static partial Regex Word();
}
