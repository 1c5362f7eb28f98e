using Pulumi;

namespace Infra.Domains;

internal sealed record CertificateArgs
{
    public required DomainConfig Domain { get; init; }

    public required Output<string> HostedZoneId { get; init; }
}

/// <summary>An ACM certificate, validated by DNS records and renewed automatically.</summary>
internal sealed class Certificate : ComponentResource
{
    private const string Type = "infra:index:Certificate";
    private const int ValidationRecordTtlSeconds = 60;

    private readonly string _name;

    public Certificate(string name, CertificateArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        _name = name;
        var certificate = CreateCertificate(args.Domain);
        // One record for each configured name: the validation options of ACM are unknown during preview, which must show the records.
        var records = CertificateNames.ValidationDomains(args.Domain.Names)
            .Select(domain => CreateValidationRecord(certificate, domain, args))
            .ToList();

        Arn = CreateValidation(certificate, records, args.Domain);
        RegisterOutputs();
    }

    /// <summary>The ARN of the validated certificate; listeners reject others.</summary>
    [Output("arn")]
    public Output<string> Arn { get; }

    /// <summary>The ARN of the domain's existing certificate, or of a new one.</summary>
    public static Output<string> CreateArn(string name, CertificateArgs args) =>
        args.Domain.CertificateArn is { } arn ? Output.Create(arn) : new Certificate(name, args).Arn;

    private Acm.Certificate CreateCertificate(DomainConfig domain) => new(
        _name,
        new Acm.CertificateArgs
        {
            DomainName = domain.EffectiveName,
            // With the domain name, which ACM adds itself: the provider takes an empty list for any list, and would keep names that are removed.
            SubjectAlternativeNames = [domain.EffectiveName, .. domain.AlternativeNames],
            ValidationMethod = "DNS",
        },
        this.Child());

    private Route53.Record CreateValidationRecord(Acm.Certificate certificate, string domain, CertificateArgs args)
    {
        var validation = certificate.DomainValidationOptions.Apply(
            options => options.First(option => CertificateNames.ValidationDomain(option.DomainName!) == domain));
        var options = this.Child();
        // The replacement has the same name and type, which exist only once in a zone.
        options.DeleteBeforeReplace = true;

        return new Route53.Record(
            $"{_name}-{domain}",
            new Route53.RecordArgs
            {
                ZoneId = args.HostedZoneId,
                Name = validation.Apply(option => option.ResourceRecordName!),
                Type = validation.Apply(option => option.ResourceRecordType!),
                Records = [validation.Apply(option => option.ResourceRecordValue!)],
                Ttl = ValidationRecordTtlSeconds,
                AllowOverwrite = args.Domain.OverwriteValidationRecords,
            },
            options);
    }

    private Output<string> CreateValidation(Acm.Certificate certificate, List<Route53.Record> records, DomainConfig domain)
    {
        var options = this.Child();
        options.CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(domain.ValidationTimeoutMinutes) };

        return new Acm.CertificateValidation(
            _name,
            new Acm.CertificateValidationArgs
            {
                CertificateArn = certificate.Arn,
                ValidationRecordFqdns = [.. records.Select(record => record.Fqdn)],
            },
            options).CertificateArn;
    }
}
