using System.Collections.Immutable;
using System.Globalization;
using Pulumi;

namespace Infra.Sandbox.Costs.Prices;

/// <summary>
/// A data file with the prices of some regions. Its first three lines are the source, the date and the format; one line has the regions, and
/// each further line a source, or a price by region.
/// </summary>
internal sealed class PriceFile
{
    /// <summary>The file of the repository, from its root.</summary>
    public const string RepositoryPath = "tools/Infra.Sandbox/Costs/Facts/prices.txt";

    public const string SourceHeading = "# source: ";
    public const string DateHeading = "# date: ";
    public const string Unknown = "-";
    public const string SameEverywhere = "same";

    public const string Format =
        "# \"regions\" has the columns. Each line below: a price in USD, and for each region its value@source, or - if none is known; \"same\" means that all known regions have one price.";

    private const string Resource = "Costs/Facts/prices.txt";
    private const string RegionsLine = "regions";
    private const string SourceLine = "source";

    private readonly Dictionary<string, string[]> _rows = [];

    private PriceFile(string name, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length < 4 || !lines[0].StartsWith(SourceHeading, StringComparison.Ordinal) || !lines[1].StartsWith(DateHeading, StringComparison.Ordinal))
        {
            throw new RunException($"{name} is not a price file: its first lines must be \"{SourceHeading}…\" and \"{DateHeading}…\"");
        }

        (Source, Date) = (lines[0][SourceHeading.Length..], lines[1][DateHeading.Length..]);
        foreach (var line in lines.Skip(3))
        {
            Add(line);
        }
    }

    public string Source { get; }

    public string Date { get; }

    public ImmutableArray<string> Regions { get; private set; } = [];

    public ImmutableArray<PriceSource> Sources { get; private set; } = [];

    /// <summary>The names of all prices, in the order of the file.</summary>
    public IEnumerable<string> Names => _rows.Keys;

    /// <summary>The prices that come with the program.</summary>
    public static PriceFile Embedded()
    {
        using var stream = typeof(PriceFile).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"there is no fact file {Resource}");
        using var reader = new StreamReader(stream);
        return new PriceFile(Resource, reader.ReadToEnd());
    }

    /// <exception cref="RunException">The file cannot be read, or has no prices.</exception>
    public static PriceFile Read(string path, string directory)
    {
        var fullPath = Path.GetFullPath(path, directory);
        return File.Exists(fullPath) ? Parse(path, File.ReadAllText(fullPath)) : throw new RunException($"{path} does not exist");
    }

    public static PriceFile Parse(string name, string text) => new(name, text);

    public bool Knows(string region) => Regions.Contains(region);

    /// <summary>The price in a region; null if none is known.</summary>
    public Price? Find(string region, string name)
    {
        if (!_rows.TryGetValue(name, out var cells))
        {
            return null;
        }

        var own = Regions.IndexOf(region) is var column and >= 0 ? Cell(cells[column]) : null;
        return own ?? (IsSameEverywhere(name) && FirstKnown(cells) is { } other ? other with { IsOfOtherRegions = true } : null);
    }

    /// <summary>Whether a region without a known price has that of the others.</summary>
    public bool IsSameEverywhere(string name) => _rows.TryGetValue(name, out var cells) && cells.Length > Regions.Length;

    /// <summary>The price in a region as the file has it.</summary>
    public string CellOf(string region, string name) =>
        Regions.IndexOf(region) is var column and >= 0 && _rows.TryGetValue(name, out var cells) ? cells[column] : Unknown;

    /// <summary>The first region with a known price, which tells the order of magnitude where the own region has none.</summary>
    public (string Region, Price Price)? Reference(string name)
    {
        foreach (var region in Regions)
        {
            if (_rows.TryGetValue(name, out var cells) && Cell(cells[Regions.IndexOf(region)]) is { } price)
            {
                return (region, price);
            }
        }

        return null;
    }

    private Price? FirstKnown(string[] cells) => cells.Take(Regions.Length).Select(Cell).FirstOrDefault(price => price is not null);

    private void Add(string line)
    {
        var words = line.Split(' ');
        switch (words[0])
        {
            case RegionsLine:
                Regions = [.. words.Skip(1)];
                break;
            case SourceLine:
                Sources = Sources.Add(new PriceSource(words[1], words[2], string.Join(' ', words.Skip(3))));
                break;
            default:
                _rows[words[0]] = words[1..];
                break;
        }
    }

    private static Price? Cell(string text) => text.Split('@') is [var value, var source]
        ? new Price(decimal.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture), source)
        : null;
}
