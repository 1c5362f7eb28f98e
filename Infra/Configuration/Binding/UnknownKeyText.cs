using System.Text.RegularExpressions;

namespace Infra.Configuration.Binding;

/// <summary>The problem of a key that a block does not have.</summary>
internal static partial class UnknownKeyText
{
    private const int MostListed = 10;
    private const int MostAlike = 5;
    private const int MostBlocks = 3;
    private const int Deepest = 3;

    /// <param name="name">The key.</param>
    /// <param name="type">The block it stands in.</param>
    /// <param name="root">The whole configuration, where known.</param>
    public static string Of(string name, ConfigType type, ConfigType? root)
    {
        var blocks = root is null ? [] : BlocksWith(name, root, "", Deepest).Take(MostBlocks + 1).ToList();
        if (blocks.Count is > 0 and <= MostBlocks)
        {
            return $"unknown key here; it is a key of {Wording.Or(blocks)}";
        }

        var names = type.Members.Select(member => member.Name).ToList();
        return names.Count <= MostListed
            ? $"unknown key; the {ProblemText.Keys(type)}"
            : $"unknown key; {Alike(name, names)}the README lists the keys of this block";
    }

    // Such as desiredCount and minimumTasks for desiredTasks.
    private static string Alike(string name, IEnumerable<string> names)
    {
        var words = Word().Matches(name).Select(word => word.Value).ToList();
        var alike = names.Where(other => Word().Matches(other).Any(word => words.Contains(word.Value, StringComparer.OrdinalIgnoreCase))).ToList();
        return alike.Count is > 0 and <= MostAlike ? $"did you mean {Wording.Or(alike)}? If not, " : "";
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
