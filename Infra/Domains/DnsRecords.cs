using Infra.LoadBalancing;
using Pulumi;

namespace Infra.Domains;

internal sealed record DnsRecordsArgs
{
    public required IReadOnlyList<string> DomainNames { get; init; }

    public required Output<string> HostedZoneId { get; init; }

    public required HttpEntry Web { get; init; }

    /// <summary>Whether the load balancer has IPv6 addresses too.</summary>
    public required bool DualStack { get; init; }

    /// <summary>The region whose users come here where stacks of other regions have the same names; null where none has.</summary>
    public string? SharedFromRegion { get; init; }
}

/// <summary>The records that lead users to the load balancer.</summary>
internal sealed class DnsRecords : ComponentResource
{
    private const string Type = "infra:index:DnsRecords";

    private readonly string _name;

    private DnsRecords(string name, DnsRecordsArgs args)
        : base(Type, name)
    {
        _name = name;
        foreach (var domainName in args.DomainNames)
        {
            CreateAlias(domainName, "A", args);
            if (args.DualStack)
            {
                CreateAlias(domainName, "AAAA", args);
            }
        }

        RegisterOutputs();
    }

    /// <summary>Makes the records of the domain; none without one.</summary>
    public static void Create(string name, StackConfig config, Output<string>? hostedZoneId, HttpEntry? web)
    {
        if (config.Domain is { } domain && web is not null)
        {
            _ = new DnsRecords(name, new DnsRecordsArgs
            {
                DomainNames = domain.Names,
                HostedZoneId = hostedZoneId!,
                Web = web,
                DualStack = config.IsDualStack,
                SharedFromRegion = domain.NearestRegion ? config.Region : null,
            });
        }
    }

    private void CreateAlias(string domainName, string recordType, DnsRecordsArgs args)
    {
        var record = new Route53.RecordArgs
        {
            ZoneId = args.HostedZoneId,
            Name = domainName,
            Type = recordType,
            Aliases =
            [
                new Route53.Inputs.RecordAliasArgs
                {
                    Name = args.Web.DnsName,
                    ZoneId = args.Web.ZoneId,
                    EvaluateTargetHealth = args.SharedFromRegion is not null,
                },
            ],
        };
        if (args.SharedFromRegion is { } region)
        {
            // https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-latency.html
            record.SetIdentifier = region;
            record.LatencyRoutingPolicies = [new Route53.Inputs.RecordLatencyRoutingPolicyArgs { Region = region }];
        }

        _ = new Route53.Record($"{_name}-{CertificateNames.Suffix(domainName)}-{recordType.ToLowerInvariant()}", record, this.Child());
    }
}
