using System.Collections.Immutable;
using Infra.Configuration.Binding;
using Infra.Sandbox.Diagrams.Mermaid;
using Infra.Sandbox.Diff;
using Infra.Sandbox.Diff.Reports;

namespace Infra.Sandbox.Reviews;

/// <summary>The text of a comment on a pull request.</summary>
internal static class ReviewComment
{
    // For the sentences around the stacks.
    private const int Reserve = 1_000;

    private const int ProblemsLength = 5_000;

    /// <param name="reviews">The stacks.</param>
    /// <param name="programFiles">The number of files of the program that the pull request changes.</param>
    public static string Text(ImmutableArray<StackReview> reviews, int programFiles)
    {
        var unchanged = reviews.Where(IsUnchanged).Select(review => MarkdownText.Code(review.Stack)).ToList();
        var changed = reviews.Where(review => !IsUnchanged(review)).ToList();
        // Each stack gets its share of a comment.
        var limit = (MarkdownReport.Limit - Reserve) / Math.Max(changed.Count, 1);
        return string.Concat(
        [
            .. changed.Select(review => Section(review, limit)),
            .. unchanged.Count > 0 ? [$"No changes: {string.Join(", ", unchanged)}.\n\n"] : Array.Empty<string>(),
            .. programFiles > 0 ? [OfProgram(programFiles)] : Array.Empty<string>(),
        ]);
    }

    private static bool IsUnchanged(StackReview review) => review is StackReview.Compared { Diff: { Keys.IsEmpty: true, Plan.Changes.IsEmpty: true } };

    private static string Section(StackReview review, int limit) => review switch
    {
        StackReview.Compared compared => WithDiagram(compared, limit),
        StackReview.Added added =>
            $"### {MarkdownText.Code(added.Stack)}: a new stack\n\n{Phrase.Count(added.Graph.Resources.Length, "resource")} to create.\n\n",
        StackReview.Removed removed =>
            $"### {MarkdownText.Code(removed.Stack)}: the stack file is deleted\n\n"
            + $"The stack keeps running, and can only be destroyed with its file: run {MarkdownText.Code($"pulumi destroy -s {removed.Stack}")} first.\n\n",
        StackReview.Invalid invalid =>
            $"### {MarkdownText.Code(invalid.Stack)}: not valid\n\n"
            + $"{MarkdownText.Fenced("text", MarkdownText.Cut(invalid.Problems, ProblemsLength) + "\n")}\n",
        _ => throw new ArgumentOutOfRangeException(nameof(review)),
    };

    private static string OfProgram(int files) =>
        $"> [!NOTE]\n> {Phrase.Count(files, "file")} of the program changed as well. Both versions of the stack files were evaluated with the new program: "
        + $"{MarkdownText.Code("pulumi preview")} shows what it changes.\n";

    // The difference has the first claim on the room.
    private static string WithDiagram(StackReview.Compared compared, int limit)
    {
        var text = MarkdownReport.Text(compared.Diff, limit);
        var diagram = MarkdownText.Folded("Diagram", MarkdownText.Fenced("mermaid", MermaidWriter.Text(compared.Diagram)));
        return compared.Diff.Plan.Changes.IsEmpty || text.Length + diagram.Length > limit ? text : text + diagram;
    }
}
