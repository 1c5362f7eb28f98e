using Infra.Domains;
using Infra.Monitoring;
using Pulumi;

namespace Infra.LoadBalancing;

internal sealed record HttpEntryArgs
{
    /// <summary>The stack's own load balancer, or</summary>
    public LoadBalancer? LoadBalancer { get; init; }

    /// <summary>one that exists already; neither where no service listens for HTTP.</summary>
    public ExistingLoadBalancerConfig? Existing { get; init; }

    public DomainConfig? Domain { get; init; }
}

/// <summary>The load balancer through which users reach the services over HTTP: the stack's own or an existing one.</summary>
internal sealed record HttpEntry : IStackPart
{
    /// <summary>The listener whose rules lead to services; null where an existing target group has its rule already.</summary>
    public Output<string>? ListenerArn { get; init; }

    /// <summary>A listener on which the stack must redirect to HTTPS itself; null where it need not.</summary>
    public Output<string>? RedirectListenerArn { get; init; }

    public required Output<string> DnsName { get; init; }

    /// <summary>The zone of <see cref="DnsName"/>, for alias records.</summary>
    public required Output<string> ZoneId { get; init; }

    public required Output<string> LoadBalancerArn { get; init; }

    /// <summary>What metrics call the load balancer.</summary>
    public required Output<string> ArnSuffix { get; init; }

    /// <summary>How listeners that the stack adds speak HTTPS; null where it has no certificate for them.</summary>
    public ListenerTls? Tls { get; init; }

    /// <summary>Where users reach the service: its domain, or without one the load balancer's own name over HTTP.</summary>
    public required ServiceAddress Address { get; init; }

    public IReadOnlyDictionary<string, Output<string>> Placeholders => new Dictionary<string, Output<string>>
    {
        [HttpEntryDescription.Host] = Address.Host,
        [HttpEntryDescription.Url] = Address.Url,
    };

    public IEnumerable<AlarmSubject> Alarms(AlarmsConfig thresholds) =>
        [new("lb", LoadBalancerAlarms.Plan(thresholds), new Dictionary<string, Output<string>> { ["LoadBalancer"] = ArnSuffix })];

    public static HttpEntry? Create(HttpEntryArgs args) =>
        args.LoadBalancer is { } own ? FromOwn(own, args.Domain)
        : args.Existing is { } existing ? FromExisting(ExistingLoadBalancer.Find(existing), args.Domain)
        : null;

    private static HttpEntry FromOwn(LoadBalancer loadBalancer, DomainConfig? domain) => new()
    {
        ListenerArn = loadBalancer.ListenerArn,
        DnsName = loadBalancer.DnsName,
        ZoneId = loadBalancer.ZoneId,
        LoadBalancerArn = loadBalancer.Arn,
        ArnSuffix = loadBalancer.ArnSuffix,
        Address = ServiceAddress.Create(domain, loadBalancer.DnsName),
        Tls = loadBalancer.Tls,
    };

    private static HttpEntry FromExisting(ExistingLoadBalancer existing, DomainConfig? domain) => new()
    {
        ListenerArn = existing.ListenerArn,
        RedirectListenerArn = existing.RedirectListenerArn,
        DnsName = existing.DnsName,
        ZoneId = existing.ZoneId,
        LoadBalancerArn = existing.Arn,
        ArnSuffix = existing.ArnSuffix,
        Address = ServiceAddress.Create(domain, existing.DnsName),
    };
}

/// <summary>The certificate of a listener, and the TLS versions and ciphers it offers.</summary>
internal sealed record ListenerTls(Output<string> CertificateArn, string Policy);
