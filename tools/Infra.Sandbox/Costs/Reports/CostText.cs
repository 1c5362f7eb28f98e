using System.Globalization;

namespace Infra.Sandbox.Costs.Reports;

/// <summary>Prints a bill for a terminal.</summary>
internal sealed class CostText(Terminal terminal)
{
    private const int AmountWidth = 11;
    private const int LineLength = 110;
    private const string Indent = "    ";

    private readonly TextWriter _out = terminal.Out;

    public void Write(CostReport report)
    {
        var bill = report.Bill;
        _out.WriteLine(terminal.Bold(string.Create(
            CultureInfo.InvariantCulture, $"Cost of {bill.Stack} in {bill.Region}, USD for a month of {bill.Hours:0.##} hours, list prices of {bill.PriceDate}")));
        _out.WriteLine();
        WriteTable(bill);
        if (report.BudgetUsd is { } budget)
        {
            var text = CostWords.Budget(budget, bill.Total.Typical);
            _out.WriteLine();
            _out.WriteLine(report.IsOverBudget ? terminal.Red(text) : text);
        }

        WriteNotPriced(bill);
        WriteAssumptions(bill);
        WriteSavings(report);
    }

    private void WriteTable(Bill bill)
    {
        var blocks = bill.Blocks.Select(block => (block.Block, block.Total, Lines: CostLine.Of(block.Items))).ToList();
        var lines = blocks.SelectMany(block => block.Lines).Where(line => !line.IsTiny).ToList();
        var label = Math.Max(
            blocks.Select(block => block.Block.Length).DefaultIfEmpty().Max(),
            lines.Select(line => line.Label.Length + Indent.Length).DefaultIfEmpty().Max());
        var quantity = lines.Select(line => CostWords.Quantity(line).Length).DefaultIfEmpty().Max();

        _out.WriteLine($"{"".PadRight(label)}  {"Typical month".PadRight(quantity)}{Columns("Low", "Typical", "High")}");
        foreach (var block in blocks)
        {
            _out.WriteLine(terminal.Bold($"{block.Block.PadRight(label)}  {"".PadRight(quantity)}{Columns(block.Total)}"));
            foreach (var line in block.Lines.Where(line => !line.IsTiny))
            {
                _out.WriteLine($"{(Indent + line.Label).PadRight(label)}  {CostWords.Quantity(line).PadRight(quantity)}{Columns(line.Amount)}");
            }
        }

        _out.WriteLine(terminal.Bold($"{"Total".PadRight(label)}  {"".PadRight(quantity)}{Columns(bill.Total)}"));
        if (CostWords.Missing(bill) is { Length: > 0 } missing)
        {
            _out.WriteLine(terminal.Yellow($"{Indent}{missing}"));
        }
    }

    private void WriteNotPriced(Bill bill)
    {
        if (bill.NotPriced.Any())
        {
            _out.WriteLine();
            _out.WriteLine(terminal.Yellow("Not priced, and in no sum:"));
            foreach (var block in bill.NotPriced.GroupBy(item => item.Block))
            {
                foreach (var line in CostLine.Of(block))
                {
                    _out.WriteLine($"{Indent}{block.Key}  {line.Label}: {CostWords.Quantity(line)}; {line.MissingReason}");
                }
            }
        }
    }

    private void WriteAssumptions(Bill bill)
    {
        var assumptions = CostWords.Assumptions(bill);
        if (assumptions.Count > 0)
        {
            _out.WriteLine();
            _out.WriteLine("Assumed:");
            foreach (var assumption in assumptions)
            {
                foreach (var line in Wrapped(assumption))
                {
                    _out.WriteLine(Indent + line);
                }
            }
        }
    }

    private void WriteSavings(CostReport report)
    {
        _out.WriteLine();
        if (report.Savings.IsEmpty)
        {
            _out.WriteLine("Cheaper: no edit that this program knows saves 1 USD in a typical month.");
            return;
        }

        _out.WriteLine("Cheaper, each by itself, in a typical month:");
        var width = report.Savings.Max(saving => CostWords.Change(-saving.Usd).Length);
        foreach (var saving in report.Savings)
        {
            _out.WriteLine($"{Indent}{terminal.Green(CostWords.Change(-saving.Usd).PadLeft(width))}  {saving.Edit}");
            _out.WriteLine($"{Indent}{"".PadLeft(width)}  {saving.Condition}");
        }
    }

    private static IEnumerable<string> Wrapped(string text)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length + word.Length >= LineLength)
            {
                yield return line;
                line = Indent[..2] + word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        yield return line;
    }

    private static string Columns(Estimate amount) =>
        Columns(CostWords.Amount(amount.Low), CostWords.Amount(amount.Typical), CostWords.Amount(amount.High));

    private static string Columns(string low, string typical, string high) =>
        low.PadLeft(AmountWidth) + typical.PadLeft(AmountWidth) + high.PadLeft(AmountWidth);
}
