using Infra.Sandbox.Costs.Prices;
using Infra.Sandbox.Costs.Reports;
using Infra.Sandbox.Costs.Savings;
using Infra.Sandbox.Evaluation;

namespace Infra.Sandbox.Costs;

/// <summary>The arguments and options of <c>cost</c>.</summary>
internal sealed record CostRequest
{
    public required string Stack { get; init; }

    /// <summary>A configuration file to read instead of the stack's own.</summary>
    public string? ConfigFile { get; init; }

    /// <summary>A price file to read instead of the program's own.</summary>
    public string? PriceFile { get; init; }

    public CostFormat Format { get; init; }
}

internal enum CostFormat
{
    Text,
    Markdown,
    Json,
}

/// <summary>Shows the cost of a stack in a month.</summary>
internal static class CostCommand
{
    public static async Task<CostReport> RunAsync(CostRequest request, Terminal terminal)
    {
        var (_, config, graph) = await LoadedStack.ReadAsync(request.Stack, request.ConfigFile, terminal.Directory);
        var file = request.PriceFile is { } path ? PriceFile.Read(path, terminal.Directory) : PriceFile.Embedded();
        var prices = new RegionPrices(file, config.Region);

        var bill = CostEstimator.Estimate(graph, config.Costs, prices);
        var report = new CostReport(bill, SavingFinder.Find(graph, config.Costs, prices), (decimal?)config.Costs.MonthlyBudgetUsd);
        switch (request.Format)
        {
            case CostFormat.Markdown:
                await terminal.Out.WriteAsync(CostMarkdown.Text(report));
                break;
            case CostFormat.Json:
                await terminal.Out.WriteLineAsync(CostJson.Text(report));
                break;
            default:
                new CostText(terminal).Write(report);
                break;
        }

        return report;
    }
}
