using System.Text.RegularExpressions;
using Infra.Domains;

namespace Infra.Services;

/// <summary>
/// Host and path patterns of listener rules: <c>*</c> matches any number of characters, <c>?</c> exactly one.
/// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html
/// </summary>
internal static class RequestPatterns
{
    public const string AnyPath = "/*";

    /// <summary>Whether a pattern matches everything that another one matches.</summary>
    public static bool Covers(string pattern, string other) => Regex.IsMatch(
        Canonical(other),
        $"^{Regex.Escape(Canonical(pattern)).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", "[^*]", StringComparison.Ordinal)}$",
        RegexOptions.CultureInvariant);

    /// <summary>Whether a pattern matches everything; every path begins with a slash.</summary>
    public static bool IsAny(string pattern) => Canonical(pattern) is "*" or AnyPath;

    /// <summary>The number of wildcards in a pattern.</summary>
    public static int Wildcards(string pattern) => pattern.Count(character => character is '*' or '?');

    /// <summary>The patterns limited to what the limits match.</summary>
    public static IReadOnlyList<string> Within(IReadOnlyList<string> patterns, IReadOnlyList<string> limits) =>
    [
        .. patterns
            .SelectMany(pattern => limits.Any(limit => Covers(limit, pattern)) ? [pattern] : limits.Where(limit => Covers(pattern, limit)))
            .Distinct(),
    ];

    /// <summary>Whether a host pattern can match a domain name, which may begin with <c>*.</c> for any single label.</summary>
    public static bool CanMatch(string host, string domainName) =>
        Covers(host, domainName)
        || (CertificateNames.IsWildcard(domainName)
            && Covers(domainName, host)
            && !host[..^(domainName.Length - 1)].Contains('.', StringComparison.Ordinal));

    // Adjacent wildcards mean the same in any order: a minimum number of characters, and any more with a star.
    private static string Canonical(string pattern) => Regex.Replace(
        pattern,
        "[*?]{2,}",
        run => new string('?', run.Value.Count(character => character == '?')) + (run.Value.Contains('*', StringComparison.Ordinal) ? "*" : ""),
        RegexOptions.CultureInvariant);
}
