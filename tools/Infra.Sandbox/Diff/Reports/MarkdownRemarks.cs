using System.Globalization;
using Infra.Sandbox.Checks;
using Infra.Sandbox.Checks.Reports;
using Infra.Sandbox.Notices;

namespace Infra.Sandbox.Diff.Reports;

/// <summary>The table of findings and notices that come and go.</summary>
internal static class MarkdownRemarks
{
    private const int MaxRows = 20;
    private const int KeyLength = 200;
    private const int SentenceLength = 600;

    /// <returns>The table; empty if none come or go.</returns>
    public static string Table(StackDiff diff)
    {
        var rows = Rows("**new**", diff.Findings.New, diff.Notices.New).Concat(Rows("gone", diff.Findings.Gone, diff.Notices.Gone)).ToList();
        if (rows.Count == 0)
        {
            return "";
        }

        var rest = rows.Count > MaxRows ? string.Create(CultureInfo.InvariantCulture, $"\n{rows.Count - MaxRows} more in <code>sandbox diff</code>.\n") : "";
        return $"| Check | Key | Why |\n| --- | --- | --- |\n{string.Concat(rows.Take(MaxRows))}{rest}\n";
    }

    private static IEnumerable<string> Rows(string change, IEnumerable<Finding> findings, IEnumerable<Notice> notices) =>
    [
        .. findings.Select(finding => Row(
            $"{change}: {CheckWords.Of(finding.Control.Severity)} [{finding.Control.Id}]({finding.Control.Page.AbsoluteUri})", finding.Key, finding.Why)),
        .. notices.Select(notice => Row($"{change}: notice", notice.Key, notice.Message)),
    ];

    private static string Row(string change, string key, string why) =>
        $"| {change} | {MarkdownText.Code(MarkdownText.Cut(key, KeyLength))} | {MarkdownText.Escape(MarkdownText.Cut(why, SentenceLength))} |\n";
}
