namespace Infra.Domains;

/// <summary>The names on a certificate and the DNS records that validate them.</summary>
internal static class CertificateNames
{
    private const string Wildcard = "*.";

    /// <summary>
    /// The domains that need a validation record. A wildcard is validated by the record of its parent domain, so
    /// <c>example.com</c> and <c>*.example.com</c> share one.
    /// https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html
    /// </summary>
    public static IReadOnlyList<string> ValidationDomains(IEnumerable<string> names) =>
        [.. names.Select(ValidationDomain).Distinct()];

    public static string ValidationDomain(string name) => IsWildcard(name) ? name[Wildcard.Length..] : name;

    public static bool IsWildcard(string name) => name.StartsWith(Wildcard, StringComparison.Ordinal);

    /// <summary>A domain name as part of a logical name, without the asterisk of a wildcard.</summary>
    public static string Suffix(string name) => name.Replace("*", "wildcard", StringComparison.Ordinal);
}
