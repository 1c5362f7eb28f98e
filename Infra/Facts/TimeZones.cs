using System.Globalization;

namespace Infra.Facts;

/// <summary>
/// The zones of the IANA database, from a list of the project's own: what a machine knows itself depends on what is installed there.
/// </summary>
internal static class TimeZones
{
    private static readonly Lazy<FactFile> Known = FactFile.Named("time-zones");

    public static IEnumerable<string> Names => Known.Value.Rows.SelectMany(row => row.Skip(1));

    /// <summary>How many minutes a zone is ahead of UTC, once or, where clocks change, twice; empty for an unknown zone.</summary>
    public static IReadOnlyList<int> MinutesAheadOfUtc(string zone) =>
    [
        .. Known.Value.Rows.FirstOrDefault(row => row.Skip(1).Contains(zone))?[0].Split(',')
            .Select(minutes => int.Parse(minutes, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)) ?? [],
    ];
}
