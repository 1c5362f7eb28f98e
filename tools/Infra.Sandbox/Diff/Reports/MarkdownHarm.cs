using System.Globalization;
using Infra.Sandbox.Changes;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Diff.Reports;

/// <summary>The table of harmful consequences, of steps that would fail, and of edits without effect.</summary>
internal static class MarkdownHarm
{
    private const int MaxRows = 20;
    private const int MaxResources = 4;
    private const int SentenceLength = 600;

    /// <returns>The table; empty if nothing is harmful.</returns>
    public static string Table(UpdatePlan plan)
    {
        var rows = Effects(plan).Concat(plan.Problems.Select(Row)).Concat(plan.Ignored.Select(Row)).ToList();
        if (rows.Count == 0)
        {
            return "";
        }

        var rest = rows.Count > MaxRows ? string.Create(CultureInfo.InvariantCulture, $"\n{rows.Count - MaxRows} more are below.\n") : "";
        return $"| Harm | Resource | Consequence |\n| --- | --- | --- |\n{string.Concat(rows.Take(MaxRows))}{rest}\n";
    }

    private static IEnumerable<string> Effects(UpdatePlan plan) =>
        from change in plan.Changes
        from effect in change.Effects
        where DiffWords.IsHarmful(effect)
        group NameOf(change.Key) by (effect.Kind, effect.Text, effect.Source) into same
        orderby same.Key.Kind
        select $"| **{DiffWords.Of(same.Key.Kind)}** | {DiffWords.Listed([.. same], MaxResources)} "
            + $"| {Sentence(same.Key.Text)} [AWS]({same.Key.Source.AbsoluteUri}) |\n";

    private static string Row(UpdateProblem problem) =>
        $"| **would fail** {(problem.Step is null ? "" : "at ")}{DiffWords.PlaceOf(problem)} | {NameOf(problem.Resource)} "
        + $"| {Sentence(problem.Text)} Instead: {Sentence(problem.Remedy)} |\n";

    private static string Row(IgnoredChange ignored) =>
        $"| **no effect** | {NameOf(ignored.Key)} {MarkdownText.Code(MarkdownText.Cut(ignored.Path, SentenceLength))} "
        + $"| {Sentence(ignored.Reason)} |\n";

    private static string NameOf(ResourceKey resource) => MarkdownText.Code(DiffWords.NameOf(resource));

    private static string Sentence(string text) => MarkdownText.Escape(MarkdownText.Cut(text, SentenceLength));
}
