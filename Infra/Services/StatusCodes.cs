using System.Globalization;

namespace Infra.Services;

/// <summary>
/// The status codes that an Application Load Balancer counts as well: 200 to 499, as single codes, ranges or both.
/// https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Matcher.html
/// </summary>
internal static class StatusCodes
{
    /// <summary>What is wrong with a text of digits, commas and dashes, to be read after its key; null when nothing is.</summary>
    public static string? Problem(string text) => text.Split(',').Select(PartProblem).OfType<string>().FirstOrDefault();

    private static string? PartProblem(string part)
    {
        var ends = part.Split('-');
        return ends.Length > 2 ? $"{part} is not a range; use one such as 200-399"
            : ends.Length == 2 && Number(ends[0]) > Number(ends[1]) ? $"{part} runs backwards; write {ends[1]}-{ends[0]}"
            : null;
    }

    private static int Number(string code) => int.Parse(code, CultureInfo.InvariantCulture);
}
