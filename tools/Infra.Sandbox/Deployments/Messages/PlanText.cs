using System.Globalization;
using System.Text.RegularExpressions;
using Infra.Sandbox.Terraform.Document;

namespace Infra.Sandbox.Deployments.Messages;

/// <summary>Reads what <c>terraform plan</c> says in words.</summary>
internal static partial class PlanText
{
    /// <summary>Whether a line only says that something there is being looked at.</summary>
    public static bool IsAboutReading(string line) => Reading().IsMatch(line);

    /// <summary>The places of the Pulumi program that the problems are about.</summary>
    public static IEnumerable<string> Places(IEnumerable<string> lines, SourceMap sources) => lines
        .Select(line => Place().Match(line))
        .Where(found => found.Success)
        .Select(found => sources.AtLine(int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture)))
        .OfType<PropertyOrigin>()
        .Distinct()
        .Select(origin => origin.Path.Length == 0 ? $"{origin.Resource}" : $"{origin.Resource}: {origin.Path}");

    // With colours the line begins with their codes.
    [GeneratedRegex(@"^(\e\[[0-9;]*m)*[\w.\[\]""-]+: (Refreshing state|Reading|Still reading|Read complete)")]
    private static partial Regex Reading();

    [GeneratedRegex(@"on main\.tf\.json line (\d+)")]
    private static partial Regex Place();
}
