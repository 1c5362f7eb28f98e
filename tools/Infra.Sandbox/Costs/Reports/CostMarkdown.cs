using System.Globalization;
using System.Text;
using Infra.Sandbox.Diff.Reports;

namespace Infra.Sandbox.Costs.Reports;

/// <summary>A bill as Markdown.</summary>
internal static class CostMarkdown
{
    public static string Text(CostReport report)
    {
        var bill = report.Bill;
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"### {MarkdownText.Code(bill.Stack)}: {CostWords.Totals(bill.Total)}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"{bill.Region}, {bill.Hours:0.##} hours, list prices of {bill.PriceDate}.\n\n");
        if (report.BudgetUsd is { } budget)
        {
            page.Append(CultureInfo.InvariantCulture, $"> [!{(report.IsOverBudget ? "CAUTION" : "NOTE")}]\n> {CostWords.Budget(budget, bill.Total.Typical)}\n\n");
        }

        page.Append("| Key | Low | Typical | High |\n| --- | ---: | ---: | ---: |\n");
        foreach (var block in bill.Blocks)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {MarkdownText.Code(block.Block)} | {Cells(block.Total)} |\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"| **Total** | {Cells(bill.Total)} |\n\n");
        if (CostWords.Missing(bill) is { Length: > 0 } missing)
        {
            page.Append(CultureInfo.InvariantCulture, $"{missing}.\n\n");
        }

        page.Append(MarkdownText.Folded("Line by line", Lines(bill)));
        AppendNotPriced(page, bill);
        AppendList(page, "Assumed", CostWords.Assumptions(bill));
        AppendList(
            page,
            "Cheaper, each by itself, in a typical month",
            [.. report.Savings.Select(saving => $"**{CostWords.Change(-saving.Usd)}** {MarkdownText.Code(saving.Edit)}: {MarkdownText.Escape(saving.Condition)}")]);
        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static string Lines(Bill bill)
    {
        var table = new StringBuilder("| Key | Item | Typical month | Low | Typical | High |\n| --- | --- | --- | ---: | ---: | ---: |\n");
        foreach (var block in bill.Blocks)
        {
            foreach (var line in CostLine.Of(block.Items).Where(line => !line.IsTiny))
            {
                table.Append(
                    CultureInfo.InvariantCulture,
                    $"| {MarkdownText.Code(block.Block)} | {MarkdownText.Escape(line.Label)} | {CostWords.Quantity(line)} | {Cells(line.Amount)} |\n");
            }
        }

        return $"{table}\n";
    }

    private static void AppendNotPriced(StringBuilder page, Bill bill) => AppendList(page, "Not priced, and in no sum",
    [
        .. bill.NotPriced.GroupBy(item => item.Block).SelectMany(block => CostLine.Of(block).Select(line =>
            $"{MarkdownText.Code(block.Key)} {MarkdownText.Escape(line.Label)}: {CostWords.Quantity(line)}; {line.MissingReason}")),
    ]);

    private static void AppendList(StringBuilder page, string heading, IReadOnlyList<string> entries)
    {
        if (entries.Count > 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"{heading}:\n\n");
            foreach (var entry in entries)
            {
                page.Append(CultureInfo.InvariantCulture, $"- {entry}\n");
            }

            page.Append('\n');
        }
    }

    private static string Cells(Estimate amount) =>
        $"{CostWords.Amount(amount.Low)} | {CostWords.Amount(amount.Typical)} | {CostWords.Amount(amount.High)}";
}
