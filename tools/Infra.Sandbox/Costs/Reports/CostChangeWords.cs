using Infra.Configuration.Binding;

namespace Infra.Sandbox.Costs.Reports;

/// <summary>The change of cost in words.</summary>
internal static class CostChangeWords
{
    private const int AmountWidth = 11;

    /// <summary>"+33.70 USD in a typical month, from 171.01 to 204.71".</summary>
    public static string Summary(CostComparison cost) =>
        cost.Change is { } change ? TotalOf(change) + MissingCount(change) : $"not known: {cost.MissingReason}";

    /// <summary>A table of the blocks whose amounts change, and what the amounts do not contain.</summary>
    public static IEnumerable<string> Lines(CostChange change)
    {
        var blocks = change.Blocks.Select(block => (Block: block, Lines: CostLineChange.Of(block.Block, change).ToList())).ToList();
        var labels = blocks.SelectMany(block => block.Lines).Select(line => line.Label.Length).DefaultIfEmpty().Max();
        List<(string Title, Estimate Change)> rows = [.. blocks.SelectMany(block => RowsOf(block.Block, block.Lines, labels))];
        if (rows.Count > 0)
        {
            rows.Add(("Total", change.Total));
            var width = rows.Max(row => row.Title.Length);
            yield return $"{"".PadRight(width)}{Columns("Low", "Typical", "High")}";
            foreach (var row in rows)
            {
                yield return $"{row.Title.PadRight(width)}{Columns(row.Change)}";
            }
        }

        foreach (var missing in NotPriced(change))
        {
            yield return $"not priced: {missing}";
        }
    }

    /// <summary>"app:webAcl  web ACLs: 1 web ACL; no price known …".</summary>
    public static IEnumerable<string> NotPriced(CostChange change) => change.NewNotPriced
        .GroupBy(item => item.Block)
        .SelectMany(block => CostLine.Of(block).Select(line => $"{block.Key}  {line.Label}: {CostWords.Quantity(line)}; {line.MissingReason}"));

    // A block, and under it the lines of the bill that change.
    private static IEnumerable<(string Title, Estimate Change)> RowsOf(BlockChange block, IEnumerable<CostLineChange> lines, int labelWidth) =>
    [
        (block.Block, block.Change),
        .. lines.Select(line => ($"    {line.Label.PadRight(labelWidth)}  {QuantityOf(line)}", line.Change)),
    ];

    private static string QuantityOf(CostLineChange line) => (line.Old, line.New) switch
    {
        ({ } old, { } wanted) => $"{CostWords.Number(old.Quantity.Typical)} → {CostWords.Quantity(wanted)}",
        var (old, wanted) => CostWords.Quantity((old ?? wanted)!),
    };

    private static string TotalOf(CostChange change) => change.Total switch
    {
        { Typical: >= CostWords.Cent or <= -CostWords.Cent } total =>
            $"{CostWords.Change(total.Typical)} USD in a typical month, from {CostWords.Amount(change.Old.Total.Typical)} to {CostWords.Amount(change.New.Total.Typical)}",
        { High: >= CostWords.Cent or <= -CostWords.Cent } total =>
            $"{CostWords.Change(total.High)} USD in a high month, unchanged in a typical one ({CostWords.Amount(change.New.Total.Typical)})",
        _ => $"unchanged, {CostWords.Amount(change.New.Total.Typical)} USD in a typical month",
    };

    private static string MissingCount(CostChange change) =>
        change.NewNotPriced.Count() is var count and > 0 ? $", without {Phrase.Count(count, "item")} that {(count == 1 ? "has" : "have")} no known price" : "";

    private static string Columns(Estimate change) =>
        Columns(CostWords.Change(change.Low), CostWords.Change(change.Typical), CostWords.Change(change.High));

    private static string Columns(string low, string typical, string high) =>
        low.PadLeft(AmountWidth) + typical.PadLeft(AmountWidth) + high.PadLeft(AmountWidth);
}
