using System.Text.Json;

namespace Infra.Sandbox.Checks.Reports;

/// <summary>Words that the reports share.</summary>
internal static class CheckWords
{
    public static string Of(Severity severity) => JsonNamingPolicy.CamelCase.ConvertName(severity.ToString());

    public static string Of(Standard standard) => standard switch
    {
        Standard.Foundational => "AWS Foundational Security Best Practices",
        Standard.WellArchitected => "AWS Well-Architected Framework",
        Standard.Exceptions => "exceptions of the stack file",
        _ => "another standard of AWS Security Hub",
    };

    /// <summary>"2 high, 1 low"; "no findings" for none.</summary>
    public static string Counts(IEnumerable<Finding> findings)
    {
        var counts = findings.GroupBy(finding => finding.Control.Severity).OrderByDescending(group => group.Key)
            .Select(group => $"{group.Count()} {Of(group.Key)}")
            .ToList();
        return counts.Count == 0 ? "no findings" : string.Join(", ", counts);
    }
}
