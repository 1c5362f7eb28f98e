using System.Globalization;
using Infra.Configuration.Binding;
using Infra.Configuration.StackFiles;
using Infra.Sandbox.Costs.Prices;
using Infra.Sandbox.Costs.Refresh;
using Pulumi;

namespace Infra.Sandbox.Costs;

/// <summary>The options of <c>prices</c>.</summary>
internal sealed record PricesRequest
{
    /// <summary>Whether to read AWS's price list.</summary>
    public bool Refreshes { get; init; }

    /// <summary>The regions to read; by default those of the price file.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>The server or folder of the price list.</summary>
    public required string From { get; init; }

    /// <summary>The file to write; by default that of the repository.</summary>
    public string? Out { get; init; }
}

/// <summary>Shows the known prices, or reads them anew from AWS's price list.</summary>
internal static class PricesCommand
{
    public static Task RunAsync(PricesRequest request, Terminal terminal, CancellationToken cancellation)
    {
        if (request.Refreshes)
        {
            return RefreshAsync(request, terminal, cancellation);
        }

        Show(PriceFile.Embedded(), terminal.Out);
        return Task.CompletedTask;
    }

    private static void Show(PriceFile file, TextWriter output)
    {
        var names = file.Names.ToList();
        output.WriteLine($"List prices of {file.Date}: {file.Source}");
        output.WriteLine();
        foreach (var region in file.Regions)
        {
            var known = names.Count(name => file.Find(region, name) is not null);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {region,-14}  {known} of {names.Count} prices"));
        }

        output.WriteLine();
        var width = file.Sources.Max(source => source.Name.Length);
        foreach (var source in file.Sources)
        {
            output.WriteLine($"    {source.Name.PadRight(width)}  {source.Date}  {source.Text}");
        }
    }

    private static async Task RefreshAsync(PricesRequest request, Terminal terminal, CancellationToken cancellation)
    {
        var source = PriceListSource.Of(request.From, terminal.Directory);
        var path = request.Out is { } chosen ? Path.GetFullPath(chosen, terminal.Directory) : RepositoryFile(terminal.Directory);
        var old = File.Exists(path) ? PriceFile.Read(path, terminal.Directory) : PriceFile.Embedded();
        var lists = new Dictionary<string, PriceList>();
        foreach (var region in request.Regions.Count > 0 ? request.Regions : old.Regions)
        {
            var list = await PriceList.ReadAsync(source, region, terminal.Error.WriteLine, cancellation);
            if (list.Prices.Count == 0)
            {
                throw new RunException($"{request.From} has no prices of {region}; nothing was written");
            }

            lists[region] = list;
            await terminal.Out.WriteLineAsync($"{region}: {Phrase.Count(list.Prices.Count, "price")} of {list.Date}");
        }

        await File.WriteAllTextAsync(path, PriceFileText.Merge(old, lists), cancellation);
        await terminal.Out.WriteLineAsync(request.Out is null
            ? $"{PriceFile.RepositoryPath} is written: build the sandbox, and review the diff"
            : $"{request.Out} is written: use it with cost --prices {request.Out}");
    }

    private static string RepositoryFile(string directory)
    {
        var path = Path.Combine(ProjectFile.Find(directory).Directory, PriceFile.RepositoryPath);
        return File.Exists(path) ? path : throw new RunException($"there is no {PriceFile.RepositoryPath} here; name a file with --out");
    }
}
