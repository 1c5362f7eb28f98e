using System.Text;

namespace Infra.Tests.Stack.Edits;

/// <summary>
/// The harmful edits that stay as they are, in blocks with one reason each. The reasons and their places in the documents are written by hand; the
/// edits below them are written by the tests, which keep each in its block.
/// </summary>
internal sealed class ReviewedEdits
{
    /// <summary>The block of new edits.</summary>
    public const string Unreviewed = "## not reviewed";

    private const string Reason = "## ";
    private const string Place = "docs: ";

    private readonly List<Block> _blocks = [];

    private ReviewedEdits(string header) => Header = header;

    private string Header { get; }

    public IEnumerable<ReviewReason> Reasons => _blocks.Select(block => new ReviewReason(block.Reason, block.Places));

    public static ReviewedEdits Parse(string text)
    {
        var lines = text.Split('\n');
        var edits = new ReviewedEdits(string.Join('\n', lines.TakeWhile(line => !line.StartsWith(Reason, StringComparison.Ordinal))).TrimEnd());
        var harms = new List<string>();
        var isKey = true;
        foreach (var line in lines.Where(line => line.Length > 0 && line[0] != '#' || line.StartsWith(Reason, StringComparison.Ordinal)))
        {
            if (line.StartsWith(Reason, StringComparison.Ordinal))
            {
                edits._blocks.Add(new Block(line[Reason.Length..]));
            }
            else if (line.StartsWith(Place, StringComparison.Ordinal))
            {
                edits._blocks[^1].Places.Add(line[Place.Length..]);
            }
            else if (line.StartsWith("    ", StringComparison.Ordinal))
            {
                edits._blocks[^1].Edits.UnionWith(KeyGroup.Keys(line.Trim()).SelectMany(key => harms.Select(harm => (harm, key))));
                isKey = true;
            }
            else
            {
                harms = isKey ? [line.Trim()] : [.. harms, line.Trim()];
                isKey = false;
            }
        }

        edits._blocks.RemoveAll(block => Reason + block.Reason == Unreviewed);
        return edits;
    }

    /// <summary>The list with the edits of now, each in the block that it was in.</summary>
    public string With(IReadOnlyList<EditOutcome> outcomes)
    {
        var harmful = outcomes.SelectMany(outcome => outcome.Harms.Select(harm => (Harm: harm.ToString(), Outcome: outcome))).ToLookup(
            pair => _blocks.Find(block => block.Edits.Contains((pair.Harm, pair.Outcome.Key))));
        var text = new StringBuilder(Header);
        foreach (var block in _blocks.Where(harmful.Contains).Append(null).Where(block => harmful.Contains(block)))
        {
            text.Append($"\n\n{(block is null ? Unreviewed : Reason + block.Reason)}");
            block?.Places.ForEach(place => text.Append($"\n{Place}{place}"));
            text.AppendJoin("", SameKeys(harmful[block]).Select(keys => $"{string.Concat(keys.Select(harm => $"\n  {harm}"))}{keys.Key}"));
        }

        return text.ToString();
    }

    // Harms of the same edits are listed together, above these edits.
    private static IEnumerable<IGrouping<string, string>> SameKeys(IEnumerable<(string Harm, EditOutcome Outcome)> harmful) => harmful
        .GroupBy(pair => pair.Harm, pair => pair.Outcome)
        .OrderBy(harm => harm.Key, StringComparer.Ordinal)
        .GroupBy(harm => string.Concat(KeyGroup.Of(harm).Select(line => $"\n    {line}")), harm => harm.Key);

    private sealed record Block(string Reason)
    {
        public List<string> Places { get; } = [];

        public HashSet<(string Harm, string Key)> Edits { get; } = [];
    }
}

/// <summary>The reason why some harmful edits stay as they are.</summary>
/// <param name="Text">The reason.</param>
/// <param name="Places">Files of docs with a phrase of each.</param>
internal sealed record ReviewReason(string Text, IReadOnlyList<string> Places);
