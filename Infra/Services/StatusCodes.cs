using System.Globalization;

namespace Infra.Services;

/// <summary>
/// The success codes of a target group: 200 to 499, as single codes, ranges or both.
/// https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Matcher.html
/// </summary>
internal static class StatusCodes
{
    /// <summary>The problem of a text of digits, commas and dashes; null for none.</summary>
    public static string? Problem(string text) => text.Split(',').Select(PartProblem).OfType<string>().FirstOrDefault();

    private static string? PartProblem(string part)
    {
        var ends = part.Split('-');
        return ends.Length > 2 ? $"{part} is not a range; use one such as 200-399"
            : ends.Length == 2 && Number(ends[0]) > Number(ends[1]) ? $"{part} is reversed; use {ends[1]}-{ends[0]}"
            : null;
    }

    private static int Number(string code) => int.Parse(code, CultureInfo.InvariantCulture);
}
