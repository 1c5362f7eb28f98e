using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Infra.Sandbox.Permissions.Recordings;

/// <summary>The ARNs of the resources that a call acts on, with <c>#</c> for what AWS generates.</summary>
internal static partial class ResourceArns
{
    private const string Generated = "#";
    private const string Any = "*";

    private static readonly Lazy<ImmutableArray<Template>> Templates = new(() =>
        [.. PermissionFacts.ReadColumns("resource-arns").Select(columns => new Template(columns[0], columns[1], columns[2]))]);

    /// <param name="call">The call.</param>
    /// <param name="types">The resource types that IAM checks for the action.</param>
    public static IEnumerable<string> Of(ApiCall call, IReadOnlyCollection<string> types) => Templates.Value
        .Where(template => template.Service == call.Service && (types.Contains(template.Type) || (template.Type == Any && types.Count > 0)))
        .SelectMany(template => Fill(template, call))
        .Distinct();

    private static IEnumerable<string> Fill(Template template, ApiCall call)
    {
        IEnumerable<string> ends = [template.End];
        foreach (Match variable in Variable().Matches(template.End))
        {
            var values = call.Arguments.Where(argument => argument.Name == variable.Groups[1].Value).Select(argument => argument.Value).ToList();
            ends = [.. ends.SelectMany(end => values.Select(value => Fill(end, variable, value)))];
        }

        return ends.Select(end => end.StartsWith("arn:", StringComparison.Ordinal) ? end : Arn(call.Service, end)).Select(WithoutIds);
    }

    private static string Fill(string end, Match variable, string value)
    {
        var isWhole = end == variable.Value;
        var filled = variable.Groups[2].Success ? Generated
            : isWhole && value.StartsWith("arn:", StringComparison.Ordinal) ? value
            : value.StartsWith("arn:", StringComparison.Ordinal) || value.StartsWith("http", StringComparison.Ordinal) ? value.Split('/')[^1]
            : value;
        return end.Replace(variable.Value, filled);
    }

    private static string Arn(string service, string end)
    {
        var region = service is "iam" or "route53" or "s3" || end.StartsWith("dashboard/", StringComparison.Ordinal) ? "" : "{region}";
        var account = service is "route53" or "s3" ? "" : "{account}";
        return $"arn:aws:{service}:{region}:{account}:{end}";
    }

    // Also what Pulumi and the sandbox generate, so that two recordings differ only where the calls do.
    private static string WithoutIds(string arn)
    {
        var parts = arn.Split(':', 6);
        var (region, account) = (parts[3].Length == 0 ? "" : "{region}", parts[4].Length == 0 ? "" : "{account}");
        return $"arn:aws:{parts[2]}:{region}:{account}:{SecretSuffix().Replace(Ids().Replace(parts[5], Generated), "-######")}";
    }

    [GeneratedRegex(@"\{([A-Za-z]+)(#)?\}")]
    private static partial Regex Variable();

    // Hexadecimal IDs; the ID of a database instance; names of load balancers and target groups, which the sandbox's are too short for.
    [GeneratedRegex(
        "(?<![a-z])(?=[0-9a-f-]*[0-9])[0-9a-f]{7,}(-[0-9a-f]{4,})*|db-[A-Z0-9]{26}"
        + "|(?<=^((loadbalancer|listener|listener-rule)/(app|net)|targetgroup)/)[^/]+")]
    private static partial Regex Ids();

    [GeneratedRegex("(?<=^secret:.*)-[A-Za-z]{6}$")]
    private static partial Regex SecretSuffix();

    /// <param name="Service">The prefix of the service's actions.</param>
    /// <param name="Type">The resource type.</param>
    /// <param name="End">The end of its ARN with variables.</param>
    private sealed record Template(string Service, string Type, string End);
}
