using System.Globalization;
using System.Text.RegularExpressions;
using Infra.Sandbox.Terraform.Document;

namespace Infra.Sandbox.Deployments.Messages;

/// <summary>Parses the text output of <c>terraform plan</c>.</summary>
internal static partial class PlanText
{
    /// <summary>Whether a line reports the refresh of a resource.</summary>
    public static bool IsRefresh(string line) => Reading().IsMatch(line);

    /// <summary>The properties of the Pulumi program that the errors refer to.</summary>
    public static IEnumerable<string> Places(IEnumerable<string> lines, SourceMap sources) => lines
        .Select(line => Place().Match(line))
        .Where(found => found.Success)
        .Select(found => sources.AtLine(int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture)))
        .OfType<PropertyOrigin>()
        .Distinct()
        .Select(origin => origin.Path.Length == 0 ? $"{origin.Resource}" : $"{origin.Resource}: {origin.Path}");

    // Colored output starts with escape codes.
    [GeneratedRegex(@"^(\e\[[0-9;]*m)*[\w.\[\]""-]+: (Refreshing state|Reading|Still reading|Read complete)")]
    private static partial Regex Reading();

    [GeneratedRegex(@"on main\.tf\.json line (\d+)")]
    private static partial Regex Place();
}
