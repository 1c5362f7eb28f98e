namespace Infra.Domains;

internal static class DomainRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        if (config.Domain is { } domain)
        {
            rules.Check(["domain.hostedZoneName", "domain.hostedZoneId"], () => (domain.HostedZoneName, domain.HostedZoneId) switch
            {
                (null, null) => "or hostedZoneId is required: the domain's records need a Route 53 zone",
                (not null, not null) => "cannot be combined with hostedZoneId; keep one",
                _ => null,
            });
            CheckNames(domain, rules);
            rules.Check(["domain.nearestRegion", "domain.certificateArn", "domain.overwriteValidationRecords", "existingLoadBalancer"], () =>
                domain is { NearestRegion: true, CertificateArn: null, OverwriteValidationRecords: false } && config.ExistingLoadBalancer is null
                    ? "needs overwriteValidationRecords: true: AWS validates the certificates of all regions by the same records"
                    : null);
            rules.Check(["domain.certificateArn", "domain.overwriteValidationRecords"], () =>
                domain is { CertificateArn: not null, OverwriteValidationRecords: true }
                    ? "needs no validation records; remove overwriteValidationRecords" : null);
        }
    }

    // https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html
    private const int LongestFirstName = 64;

    // https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4, without the length bytes at either end
    private const int LongestName = 253;

    private static void CheckNames(DomainConfig domain, RuleChecker rules)
    {
        string[] ofName = ["domain.name", "domain.hostedZoneName", "domain.hostedZoneId", "name"];
        rules.Check(ofName, () => domain is { Name: null, HostedZoneId: not null }
            ? "is required with hostedZoneId; it can be left out only where hostedZoneName says what comes after it"
            : null);
        rules.Check(ofName, () => LengthProblem(domain.EffectiveName));
        rules.Check([.. ofName, "domain.certificateArn", "existingLoadBalancer"], () => FirstNameProblem(domain, rules));
        rules.Check(["domain.name", "domain.hostedZoneName"], () => domain.Name is { } name ? ZoneProblem(name, domain) : null);
        foreach (var (index, name) in domain.AlternativeNames.Index())
        {
            var key = $"domain.alternativeNames[{index}]";
            rules.Check([key], () => LengthProblem(name));
            rules.Check([key], () => name == domain.EffectiveName ? $"{name} is the domain's name already" : null);
            rules.Check([key, "domain.hostedZoneName"], () => ZoneProblem(name, domain));
        }
    }

    private static string? LengthProblem(string name) =>
        name.Length > LongestName ? $"{name} has {name.Length} characters; a domain name has at most {LongestName}" : null;

    private static string? FirstNameProblem(DomainConfig domain, RuleChecker rules) =>
        domain is not { CertificateArn: null, EffectiveName: { Length: > LongestFirstName } name } || rules.Values.Find("existingLoadBalancer") is not null ? null
        : domain.Name is null
            ? $"would be {name}, which has {name.Length} characters, and the first name of a certificate has at most {LongestFirstName}; write a shorter one here, or give certificateArn"
        : $"{name} has {name.Length} characters, and the first name of a certificate at most {LongestFirstName}; "
            + "make a shorter name the first and this one of alternativeNames, or give certificateArn";

    private static string? ZoneProblem(string name, DomainConfig domain) =>
        domain.HostedZoneName is { } zone && !IsWithin(CertificateNames.ValidationDomain(name), zone)
            ? $"{name} is not in the zone {zone}"
            : null;

    private static bool IsWithin(string name, string zone) =>
        name == zone || name.EndsWith($".{zone}", StringComparison.Ordinal);
}
