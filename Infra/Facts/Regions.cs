using System.Globalization;
using Infra.Configuration.Binding;

namespace Infra.Facts;

/// <summary>AWS regions and their availability zones.</summary>
internal static class Regions
{
    private static readonly Lazy<FactFile> Known = FactFile.Lazy("regions");

    /// <summary>The known regions.</summary>
    public static IReadOnlyList<string> All => [.. Known.Value.Rows.Select(row => row[0])];

    /// <summary>The letters of the zones of a region; null if it is not known.</summary>
    public static string? ZonesOf(string region) => Known.Value.Rows.FirstOrDefault(row => row[0] == region)?[2];

    /// <summary>Checks a region; null if it is known.</summary>
    public static Finding? Check(string region)
    {
        var names = Known.Value.Rows.Select(row => row[0]).ToList();
        if (names.Contains(region))
        {
            return null;
        }

        return MayBeNew(region, names)
            ? Finding.Warning($"{region} is not in the list of regions of {Known.Value.DateText}; make sure that it exists")
            : Finding.Error($"\"{region}\" does not exist{Phrase.DidYouMean(Suggestion.For(region, names))}");
    }

    /// <summary>Checks a zone of a region; null if it is known.</summary>
    public static Finding? CheckZone(string zone, string region)
    {
        var letters = ZonesOf(region);
        return letters is null || letters.Contains(zone[^1], StringComparison.Ordinal) ? null
            : zone[^1] <= letters[^1] + 1 ? Finding.Warning($"{zone} is not in the list of zones of {Known.Value.DateText}; make sure that your account has it")
            : Finding.Error($"{zone} does not exist; {region} has {Words.List(letters.Select(letter => $"{region}{letter}"), "and")}");
    }

    // New regions combine known words, or continue the numbers: me-west-1, or eu-central-3 after eu-central-2.
    private static bool MayBeNew(string region, IReadOnlyList<string> known)
    {
        var (place, number) = Split(region);
        var highest = known.Select(Split).Where(other => other.Place == place).Select(other => other.Number).DefaultIfEmpty(0).Max();
        var words = known.SelectMany(name => Split(name).Place.Split('-')).ToHashSet();
        return place.Split('-').All(words.Contains) && number == highest + 1;
    }

    private static (string Place, int Number) Split(string region)
    {
        var dash = region.LastIndexOf('-');
        return (region[..dash], int.Parse(region[(dash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture));
    }
}
