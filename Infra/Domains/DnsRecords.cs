using Pulumi;

namespace Infra.Domains;

internal sealed record DnsRecordsArgs
{
    public required StackContext Context { get; init; }

    public required DomainConfig Domain { get; init; }

    public required Output<string> HostedZoneId { get; init; }

    /// <summary>The DNS name of the load balancer.</summary>
    public required Output<string> TargetName { get; init; }

    /// <summary>The hosted zone of <see cref="TargetName"/>.</summary>
    public required Output<string> TargetZoneId { get; init; }

    /// <summary>Whether the load balancer has IPv6 addresses too.</summary>
    public required bool IsDualStack { get; init; }
}

/// <summary>Alias records of the domain names for the load balancer.</summary>
internal sealed class DnsRecords : ComponentResource
{
    private const string Type = "infra:index:DnsRecords";

    private readonly string _name;

    public DnsRecords(string name, DnsRecordsArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        _name = name;
        foreach (var domainName in args.Domain.Names)
        {
            CreateAlias(domainName, "A", args);
            if (args.IsDualStack)
            {
                CreateAlias(domainName, "AAAA", args);
            }
        }

        RegisterOutputs();
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
                    Name = args.TargetName,
                    ZoneId = args.TargetZoneId,
                    EvaluateTargetHealth = args.Domain.NearestRegion,
                },
            ],
        };
        if (args.Domain.NearestRegion)
        {
            // https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-latency.html
            record.SetIdentifier = args.Context.Region;
            record.LatencyRoutingPolicies = [new Route53.Inputs.RecordLatencyRoutingPolicyArgs { Region = args.Context.Region }];
        }

        _ = new Route53.Record($"{_name}-{CertificateNames.Suffix(domainName)}-{recordType.ToLowerInvariant()}", record, this.Child());
    }
}
