using System.Globalization;

namespace Infra.Facts;

/// <summary>The zones of the IANA database. The machine's own list is not used because it depends on what is installed.</summary>
internal static class TimeZones
{
    private static readonly Lazy<FactFile> Known = FactFile.Lazy("time-zones");

    public static IEnumerable<string> Names => Known.Value.Rows.SelectMany(row => row.Skip(1));

    /// <summary>The UTC offsets of a zone in minutes: two with daylight saving time, otherwise one; none for an unknown zone.</summary>
    public static IReadOnlyList<int> UtcOffsetMinutes(string zone) =>
    [
        .. Known.Value.Rows.FirstOrDefault(row => row.Skip(1).Contains(zone))?[0].Split(',')
            .Select(minutes => int.Parse(minutes, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)) ?? [],
    ];
}
