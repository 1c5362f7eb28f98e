using System.Globalization;
using System.Text.RegularExpressions;

namespace Infra.Configuration.StackFiles;

/// <summary>Unquoted dates, which the Pulumi CLI passes in Go's format: <c>2024-01-01 00:00:00 +0000 UTC</c>.</summary>
internal static partial class CliTimestamp
{
    private const string Time = @"(?<time>[0-9:]+)(\.(?<fraction>[0-9]{1,9}))?";

    /// <summary>The text that the program receives; null if the text is not a date.</summary>
    public static string? Of(string text)
    {
        if (text is not [_, _, _, _, '-', ..] || Date().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var (date, time, zone) = (match.Groups["date"].Value, match.Groups["time"].Value, match.Groups["zone"].Value);
        var normal = $"{date} {(time.Length > 0 ? time : "0:0:0")}";
        if (!DateTime.TryParseExact(normal, "yyyy-M-d H:m:s", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
        {
            return null;
        }

        var fraction = match.Groups["fraction"].Value.TrimEnd('0');
        var offset = zone.Replace(":", "", StringComparison.Ordinal);
        return moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
            + (fraction.Length > 0 ? $".{fraction}" : "")
            + (offset is "" or "Z" ? " +0000 UTC" : $" {offset} {offset}");
    }

    [GeneratedRegex(@"^(?<date>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})([Tt]" + Time + "(?<zone>Z|[-+][0-9]{2}:[0-9]{2})| " + Time + @")?\z")]
    private static partial Regex Date();
}
