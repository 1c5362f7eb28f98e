using System.Text.RegularExpressions;
using Infra.Domains;

namespace Infra.Services;

/// <summary>
/// Hosts and paths in the rules of a load balancer, where <c>*</c> stands for any characters and <c>?</c> for one.
/// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html
/// </summary>
internal static class RequestPatterns
{
    public const string AnyPath = "/*";

    /// <summary>Whether a pattern takes everything that another takes.</summary>
    public static bool Covers(string pattern, string other) => Regex.IsMatch(
        Canonical(other),
        $"^{Regex.Escape(Canonical(pattern)).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", "[^*]", StringComparison.Ordinal)}$",
        RegexOptions.CultureInvariant);

    /// <summary>Whether a pattern takes everything there is; every path begins with a slash.</summary>
    public static bool IsAny(string pattern) => Canonical(pattern) is "*" or AnyPath;

    /// <summary>How many wildcards a pattern has.</summary>
    public static int Wildcards(string pattern) => pattern.Count(character => character is '*' or '?');

    /// <summary>What some patterns take of what others take.</summary>
    public static IReadOnlyList<string> Within(IReadOnlyList<string> patterns, IReadOnlyList<string> limits) =>
    [
        .. patterns
            .SelectMany(pattern => limits.Any(limit => Covers(limit, pattern)) ? [pattern] : limits.Where(limit => Covers(pattern, limit)))
            .Distinct(),
    ];

    /// <summary>Whether a request for a host, which may be a pattern, can be meant for a domain name, which may begin with <c>*.</c> for any one label.</summary>
    public static bool Meets(string host, string domainName) =>
        Covers(host, domainName)
        || (CertificateNames.IsWildcard(domainName)
            && Covers(domainName, host)
            && !host[..^(domainName.Length - 1)].Contains('.', StringComparison.Ordinal));

    // Wildcards in a row mean the same in any order: so many characters at least, and any more if there is a star.
    private static string Canonical(string pattern) => Regex.Replace(
        pattern,
        "[*?]{2,}",
        run => new string('?', run.Value.Count(character => character == '?')) + (run.Value.Contains('*', StringComparison.Ordinal) ? "*" : ""),
        RegexOptions.CultureInvariant);
}
