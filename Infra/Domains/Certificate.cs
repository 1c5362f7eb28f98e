using Pulumi;

namespace Infra.Domains;

internal sealed record CertificateArgs
{
    public required DomainConfig Domain { get; init; }

    public required Output<string> HostedZoneId { get; init; }
}

/// <summary>A certificate that ACM validates over DNS and renews by itself.</summary>
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
        // The records are counted by the names in the configuration: what ACM answers is unknown until it answers, and a
        // preview must show them.
        var records = CertificateNames.ValidationDomains(args.Domain.Names)
            .Select(domain => CreateValidationRecord(certificate, domain, args))
            .ToList();

        Arn = Validate(certificate, records, args.Domain);
        RegisterOutputs();
    }

    /// <summary>The certificate's ARN, once it is valid: a listener refuses one that is not.</summary>
    [Output("arn")]
    public Output<string> Arn { get; }

    /// <summary>The ARN of a new certificate, or of the one that the domain names.</summary>
    public static Output<string> CreateArn(string name, CertificateArgs args) =>
        args.Domain.CertificateArn is { } arn ? Output.Create(arn) : new Certificate(name, args).Arn;

    private Acm.Certificate CreateCertificate(DomainConfig domain) => new(
        _name,
        new Acm.CertificateArgs
        {
            DomainName = domain.EffectiveName,
            SubjectAlternativeNames = [.. domain.AlternativeNames],
            ValidationMethod = "DNS",
        },
        this.Child());

    private Route53.Record CreateValidationRecord(Acm.Certificate certificate, string domain, CertificateArgs args)
    {
        var validation = certificate.DomainValidationOptions.Apply(
            options => options.First(option => CertificateNames.ValidationDomain(option.DomainName!) == domain));
        var options = this.Child();
        // A record that is replaced keeps its name, and the zone holds a name and type once.
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

    private Output<string> Validate(Acm.Certificate certificate, List<Route53.Record> records, DomainConfig domain)
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
