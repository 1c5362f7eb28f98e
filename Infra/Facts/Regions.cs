using System.Globalization;
using Infra.Configuration.Binding;
using Infra.Configuration.StackFiles;

namespace Infra.Facts;

/// <summary>AWS's regions, and the zones in them.</summary>
internal static class Regions
{
    private static readonly Lazy<FactFile> Known = FactFile.Named("regions");

    /// <summary>What speaks against the name of a region; null for one that is known.</summary>
    public static Verdict? Judge(string region)
    {
        var names = Known.Value.Rows.Select(row => row[0]).ToList();
        if (names.Contains(region))
        {
            return null;
        }

        return MayBeNew(region, names)
            ? Verdict.Unknown($"{region} is not among the regions of {Known.Value.ShownDate}; make sure that it exists")
            : Verdict.Wrong($"\"{region}\" does not exist{Wording.DidYouMean(Suggestion.For(region, names))}");
    }

    /// <summary>What speaks against a zone of a region; null for one that is known.</summary>
    public static Verdict? JudgeZone(string zone, string region)
    {
        var letters = Known.Value.Rows.FirstOrDefault(row => row[0] == region)?[2];
        return letters is null || letters.Contains(zone[^1], StringComparison.Ordinal) ? null
            : zone[^1] <= letters[^1] + 1 ? Verdict.Unknown($"{zone} is not among the zones of {Known.Value.ShownDate}; make sure that your account has it")
            : Verdict.Wrong($"{zone} does not exist; {region} has {Words.List(letters.Select(letter => $"{region}{letter}"), "and")}");
    }

    // New regions are named of known words, and numbered on: me-west-1, or eu-central-3 after eu-central-2.
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
