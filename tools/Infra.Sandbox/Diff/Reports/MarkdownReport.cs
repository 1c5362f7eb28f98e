using System.Globalization;
using System.Text;
using Infra.Configuration.Binding;
using Infra.Sandbox.Changes;
using Infra.Sandbox.Costs.Reports;

namespace Infra.Sandbox.Diff.Reports;

/// <summary>A difference as a comment on a pull request: the most harmful first, and never too long for GitHub.</summary>
internal sealed class MarkdownReport
{
    /// <summary>Every comment is shorter. GitHub allows 65,536 characters, and pulumi/actions cuts comments at 65,535.</summary>
    public const int Limit = 60_000;

    // For the sentence on what is left out.
    private const int Reserve = 500;

    private const int LabelLength = 200;
    private const int SentenceLength = 600;
    private const int MaxKeysInSummary = 3;

    private readonly int _limit;
    private readonly StringBuilder _page = new();
    private int _leftOut;

    private MarkdownReport(int limit) => _limit = limit;

    public static string Text(StackDiff diff, int limit = Limit)
    {
        var report = new MarkdownReport(limit);
        report.WriteSummary(diff);
        report.TryAdd(MarkdownHarm.Table(diff.Plan));
        report.TryAdd(MarkdownRemarks.Table(diff));
        foreach (var section in DiffSection.Of(diff))
        {
            report.WriteSection(section);
        }

        report.WriteCost(diff);
        report.WriteSteps(diff.Plan);
        report.WriteLeftOut(diff.Stack);
        return report._page.ToString();
    }

    private void WriteSummary(StackDiff diff)
    {
        _page.Append(CultureInfo.InvariantCulture, $"### {MarkdownText.Code(diff.Stack)}: {DiffWords.Counts(diff.Plan)}\n\n");
        var (from, to) = (MarkdownText.Cut(diff.From, LabelLength), MarkdownText.Cut(diff.To, LabelLength));
        _page.Append(CultureInfo.InvariantCulture, $"{MarkdownText.Code(from)} → {MarkdownText.Code(to)}: ")
            .Append(CultureInfo.InvariantCulture, $"{DiffWords.Keys(diff.Keys.Length)} changed");
        _page.Append(diff.Plan.Steps.IsEmpty ? ".\n\n" : $", {DiffWords.Duration(diff.Plan.Duration)}.\n\n");
        if (diff.Cost is { } cost && !diff.Plan.Changes.IsEmpty)
        {
            _page.Append(CultureInfo.InvariantCulture, $"Cost: {MarkdownText.Escape(CostChangeWords.Summary(cost))}.\n\n");
        }

        if (!diff.IdentityChanges.IsEmpty)
        {
            _page.Append("> [!CAUTION]\n> **This replaces the stack.**\n");
            foreach (var change in diff.IdentityChanges)
            {
                _page.Append(CultureInfo.InvariantCulture, $"> - {MarkdownText.Escape(MarkdownText.Cut(change, SentenceLength))}\n");
            }

            _page.Append('\n');
        }

        if (diff.Attribution.MissingReason is { } reason)
        {
            _page.Append(CultureInfo.InvariantCulture, $"{reason}\n\n");
        }
    }

    private void WriteSection(DiffSection section)
    {
        var blocks = BlocksThatFit(section);
        while (!TryAdd(Section(section, blocks)) && blocks.Count > 0)
        {
            // A block with backticks makes the fence longer.
            blocks.RemoveAt(blocks.Count - 1);
        }

        _leftOut += section.Changes.Length - blocks.Count;
    }

    private List<string> BlocksThatFit(DiffSection section)
    {
        var room = _limit - Reserve - _page.Length - Section(section, []).Length;
        var blocks = new List<string>();
        foreach (var block in section.Changes.Select(MarkdownChange.Block))
        {
            room -= block.Length;
            if (room <= 0)
            {
                break;
            }

            blocks.Add(block);
        }

        return blocks;
    }

    private static string Section(DiffSection section, IEnumerable<string> blocks)
    {
        var keys = section.Keys.Select(key => MarkdownText.Code(MarkdownText.Cut(key.Key, LabelLength))).ToList();
        var resources = section.Changes.IsEmpty ? "no resource changes" : Phrase.Count(section.Changes.Length, "resource");
        return MarkdownText.Folded(
            $"{DiffWords.Listed(keys, MaxKeysInSummary)}: {resources}",
            MarkdownText.Fenced("diff", MarkdownChange.Keys(section.Keys) + string.Concat(blocks)));
    }

    private void WriteCost(StackDiff diff)
    {
        if (diff.Cost?.Change is { IsEmpty: false } change)
        {
            var lines = string.Concat(CostChangeWords.Lines(change).Select(line => $"{line}\n"));
            TryAdd(MarkdownText.Folded(
                $"Cost by key: {CostWords.Change(change.Total.Typical)} USD a month", MarkdownText.Fenced("text", lines)));
        }
    }

    private void WriteSteps(UpdatePlan plan)
    {
        if (plan.Steps.IsEmpty)
        {
            return;
        }

        var lines = StepRange.Of(plan).Select(range => $"{range.Numbers}. {range.Kind} {range.Type} {range.Names}\n");
        TryAdd(MarkdownText.Folded(
            $"Order: {Phrase.Count(plan.Steps.Length, "step")}", MarkdownText.Fenced("text", string.Concat(lines))));
    }

    private void WriteLeftOut(string stack)
    {
        if (_leftOut > 0)
        {
            _page.Append(CultureInfo.InvariantCulture, $"**{Phrase.Count(_leftOut, "change")} left out**, because a comment has at most ")
                .Append(CultureInfo.InvariantCulture, $"{_limit:N0} characters. {MarkdownText.Code($"sandbox diff {stack}")} prints all.\n");
        }
    }

    private bool TryAdd(string block)
    {
        var fits = _page.Length + block.Length < _limit - Reserve;
        if (fits)
        {
            _page.Append(block);
        }

        return fits;
    }
}
