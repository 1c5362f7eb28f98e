using Infra.Planning;

namespace Infra.Configuration.Rules;

internal static class DomainRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        if (config.Domain is { } domain)
        {
            rules.Check(["domain.hostedZoneName", "domain.hostedZoneId"], () => (domain.HostedZoneName, domain.HostedZoneId) switch
            {
                (null, null) => "or hostedZoneId is required: the domain's records need a Route 53 zone",
                (not null, not null) => "and hostedZoneId exclude each other; keep one",
                _ => null,
            });
            CheckNames(domain, rules);
            rules.Check(["domain.certificateArn", "domain.overwriteValidationRecords"], () =>
                domain is { CertificateArn: not null, OverwriteValidationRecords: true }
                    ? "needs no validation records; remove overwriteValidationRecords" : null);
            rules.Check(["domain.certificateArn"], () => CertificateRegionProblem(domain, rules));
        }
    }

    private static void CheckNames(DomainConfig domain, RuleChecker rules)
    {
        rules.Check(["domain.name", "domain.hostedZoneName"], () => ZoneProblem(domain.Name, domain));
        foreach (var (index, name) in domain.AlternativeNames.Index())
        {
            var key = $"domain.alternativeNames[{index}]";
            rules.Check([key], () => name == domain.Name ? $"{name} is the domain's name already" : null);
            rules.Check([key, "domain.hostedZoneName"], () => ZoneProblem(name, domain));
        }
    }

    private static string? ZoneProblem(string name, DomainConfig domain) =>
        domain.HostedZoneName is { } zone && !IsWithin(CertificateNames.ValidationDomain(name), zone)
            ? $"{name} is not in the zone {zone}"
            : null;

    private static bool IsWithin(string name, string zone) =>
        name == zone || name.EndsWith($".{zone}", StringComparison.Ordinal);

    // A load balancer takes certificates of its own region only.
    private static string? CertificateRegionProblem(DomainConfig domain, RuleChecker rules)
    {
        var region = rules.Values.FindKey(RegionRules.Key)?.Text;
        return domain.CertificateArn?.Split(':')[3] is { } certificateRegion && region is not null && certificateRegion != region
            ? $"the certificate is in {certificateRegion}; use one in {RegionRules.Key} {region}"
            : null;
    }
}
