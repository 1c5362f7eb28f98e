using Infra.Tests.Support;

namespace Infra.Tests.Stack.Edits;

/// <summary>Every edit of the shipped stack files on a running stack: none harms unless it has been reviewed.</summary>
public sealed class EditMatrixTests
{
    private const string List = "edits/reviewed.txt";

    [Fact]
    public async Task Edit_ThatHarms_IsReviewed()
    {
        var list = ReviewedEdits.Parse(await File.ReadAllTextAsync(RepositoryFiles.Path("Infra.Tests", "Snapshots", List)));

        Snapshot.Match(List, list.With(await EditMatrix.Outcomes));
    }

    [Fact]
    public async Task ReviewedEdits_HaveAReasonThatTheDocumentsSay()
    {
        var text = await File.ReadAllTextAsync(RepositoryFiles.Path("Infra.Tests", "Snapshots", List));

        Assert.DoesNotContain(ReviewedEdits.Unreviewed, text, StringComparison.Ordinal);
        var faults = ReviewedEdits.Parse(text).Reasons.SelectMany(Faults).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task Pair_IsAcceptedAndChangesTheStack()
    {
        var pairs = (await EditMatrix.Outcomes).Where(outcome => outcome.Key.StartsWith(EditedStacks.Pair, StringComparison.Ordinal)).ToList();

        var idle = pairs.Where(pair => pair.Result is EditResult.Refused or EditResult.Unchanged);
        Assert.Equal("", string.Join('\n', idle.Select(pair => $"{pair.Key}: {pair.Result} {pair.Refusal}")));
        Assert.Equal(EditPair.All.Count * 2, pairs.Count);
        Assert.InRange(EditPair.All.Count, 60, 200);
    }

    [Fact]
    public async Task Matrix_HasThisManyEdits()
    {
        var outcomes = await EditMatrix.Outcomes;

        var stacks = outcomes.GroupBy(outcome => outcome.Stack.Split(' ')[0]).OrderBy(stack => stack.Key, StringComparer.Ordinal);
        Snapshot.Match("edits/counts.txt", $"{string.Join('\n', stacks.Select(stack => $"{stack.Key}: {Counts([.. stack])}"))}\n\n{Counts(outcomes)}");
    }

    private static IEnumerable<string> Faults(ReviewReason reason)
    {
        if (reason.Places.Count == 0)
        {
            yield return $"\"{reason.Text}\" has no \"docs: <file> | <phrase>\" below it; write what happens, and why it stays, where operators read it";
        }

        foreach (var place in reason.Places)
        {
            var (file, phrase) = (place.Split(" | ")[0], place.Split(" | ")[^1]);
            if (!Words(File.ReadAllText(RepositoryFiles.Path("docs", file))).Contains(Words(phrase), StringComparison.Ordinal))
            {
                yield return $"docs/{file} does not say \"{phrase}\"";
            }
        }
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Counts(IReadOnlyCollection<EditOutcome> outcomes) =>
        $"{outcomes.Count} edits: {Count(outcomes, EditResult.Refused)} refused, {Count(outcomes, EditResult.Unchanged)} change nothing, "
            + $"{Count(outcomes, EditResult.Harmless)} harmless, {Count(outcomes, EditResult.Harmful)} harmful";

    private static int Count(IEnumerable<EditOutcome> outcomes, EditResult result) => outcomes.Count(outcome => outcome.Result == result);
}
