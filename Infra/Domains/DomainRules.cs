using Infra.Configuration.Binding;
using static Infra.Stack.StackKeys;

namespace Infra.Domains;

internal static class DomainRules
{
    // https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html
    private const int LongestFirstName = 64;

    // https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4, without the length bytes at either end
    private const int LongestName = 253;

    private static readonly KeyPath ZoneName = Key(stack => stack.Domain!.HostedZoneName);
    private static readonly KeyPath ZoneId = Key(stack => stack.Domain!.HostedZoneId);
    private static readonly KeyPath CertificateArn = Key(stack => stack.Domain!.CertificateArn);
    private static readonly KeyPath Overwrite = Key(stack => stack.Domain!.OverwriteValidationRecords);

    public static void Check(StackConfig config, RuleChecker rules)
    {
        if (config.Domain is { } domain)
        {
            CheckName(domain, rules);
            CheckAlternativeNames(domain, rules);
            CheckCertificate(config, domain, rules);
            CheckZone(domain, rules);
        }
    }

    private static void CheckName(DomainConfig domain, RuleChecker rules)
    {
        var key = Key(stack => stack.Domain!.Name);
        KeyPath[] sources = [key, ZoneName, ZoneId, Key(stack => stack.Name)];
        rules.Check(sources, () => domain is { Name: null, HostedZoneId: not null }
            ? "is required with hostedZoneId: the default name is derived from hostedZoneName"
            : null);
        rules.Check(sources, () => LengthProblem(domain.EffectiveName));
        rules.Check([.. sources, CertificateArn, Key(stack => stack.ExistingLoadBalancer)], () => FirstNameProblem(domain, rules));
        rules.Check([key, ZoneName], () => domain.Name is { } name ? ZoneProblem(name, domain) : null);
    }

    private static void CheckAlternativeNames(DomainConfig domain, RuleChecker rules)
    {
        foreach (var (index, name) in domain.AlternativeNames.Index())
        {
            var key = Key(stack => stack.Domain!.AlternativeNames).Item(index);
            rules.Check([key], () => LengthProblem(name));
            rules.Check([key], () => name == domain.EffectiveName ? $"{name} is already the domain's name" : null);
            rules.Check([key, ZoneName], () => ZoneProblem(name, domain));
        }
    }

    private static void CheckCertificate(StackConfig config, DomainConfig domain, RuleChecker rules)
    {
        var nearestRegion = Key(stack => stack.Domain!.NearestRegion);
        rules.Check([nearestRegion, CertificateArn, Overwrite, Key(stack => stack.ExistingLoadBalancer)], () =>
            domain is { NearestRegion: true, CertificateArn: null, OverwriteValidationRecords: false } && config.ExistingLoadBalancer is null
                ? "needs overwriteValidationRecords or certificateArn: the certificates of all regions share their validation records"
                : null);
        rules.Check([CertificateArn, Overwrite], () => domain is { CertificateArn: not null, OverwriteValidationRecords: true }
            ? "cannot be combined with overwriteValidationRecords: the stack creates no validation records for an existing certificate"
            : null);
    }

    // Last, because a problem of the whole block keeps other rules about it from running.
    private static void CheckZone(DomainConfig domain, RuleChecker rules)
    {
        rules.Check([ZoneName, ZoneId], () => domain is { HostedZoneName: not null, HostedZoneId: not null } ? "cannot be combined with hostedZoneId" : null);
        rules.CheckEach([ZoneName, ZoneId], () =>
        {
            if (domain is { HostedZoneName: null, HostedZoneId: null })
            {
                rules.Add(Key(stack => stack.Domain), "set hostedZoneName or hostedZoneId");
            }
        });
    }

    private static string? LengthProblem(string name) =>
        name.Length > LongestName ? $"{name} has {name.Length} characters; a domain name has at most {LongestName}" : null;

    private static string? FirstNameProblem(DomainConfig domain, RuleChecker rules) =>
        domain is not { CertificateArn: null, EffectiveName: { Length: > LongestFirstName } name }
        || rules.IsPresent(Key(stack => stack.ExistingLoadBalancer)) ? null
        : domain.Name is null
            ? $"defaults to {name}, which has {name.Length} characters; the first name on an ACM certificate has at most {LongestFirstName}. "
                + "Set a shorter name, or certificateArn"
        : $"{name} has {name.Length} characters; the first name on an ACM certificate has at most {LongestFirstName}. "
            + "Set a shorter name and move this one to alternativeNames, or set certificateArn";

    private static string? ZoneProblem(string name, DomainConfig domain) =>
        domain.HostedZoneName is { } zone && !IsWithin(CertificateNames.ValidationDomain(name), zone)
            ? $"{name} is not in the hosted zone {zone}"
            : null;

    private static bool IsWithin(string name, string zone) =>
        name == zone || name.EndsWith($".{zone}", StringComparison.Ordinal);
}
