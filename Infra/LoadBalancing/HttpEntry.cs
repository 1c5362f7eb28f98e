using Infra.Domains;
using Pulumi;

namespace Infra.LoadBalancing;

internal sealed record HttpEntryArgs
{
    /// <summary>The stack's own load balancer; null without one.</summary>
    public LoadBalancer? LoadBalancer { get; init; }

    /// <summary>The existing load balancer; null without one.</summary>
    public ExistingLoadBalancerConfig? Existing { get; init; }

    public DomainConfig? Domain { get; init; }
}

/// <summary>The load balancer at which users reach the services over HTTP: the stack's own or an existing one.</summary>
internal sealed record HttpEntry : IStackPart
{
    /// <summary>The listener that forwards to services; null with an existing target group, which has its listener rule already.</summary>
    public Output<string>? ListenerArn { get; init; }

    /// <summary>The listener of an existing load balancer that redirects to HTTPS; null without one.</summary>
    public Output<string>? RedirectListenerArn { get; init; }

    public required Output<string> DnsName { get; init; }

    /// <summary>The hosted zone of <see cref="DnsName"/>, for alias records.</summary>
    public required Output<string> ZoneId { get; init; }

    public required Output<string> LoadBalancerArn { get; init; }

    /// <summary>The name of the load balancer in CloudWatch metrics.</summary>
    public required Output<string> ArnSuffix { get; init; }

    /// <summary>Certificate and TLS policy for additional listeners; null without a certificate.</summary>
    public ListenerTls? Tls { get; init; }

    /// <summary>The end of the names of its target groups.</summary>
    public required string Suffix { get; init; }

    public required ServiceAddress Address { get; init; }

    public IReadOnlyDictionary<string, Output<string>> Placeholders => new Dictionary<string, Output<string>>
    {
        [HttpEntryDescription.Host] = Address.Host,
        [HttpEntryDescription.Url] = Address.Url,
    };

    public IEnumerable<AlarmSubject> Alarms(AlarmsConfig thresholds) =>
        [new("lb", LoadBalancerAlarms.Plan(thresholds), new Dictionary<string, Output<string>> { ["LoadBalancer"] = ArnSuffix })];

    /// <summary>The load balancer with its address; null where no service is served over HTTP.</summary>
    public static HttpEntry? Create(HttpEntryArgs args) =>
        args.LoadBalancer is { } own ? FromOwn(own, args.Domain)
        : args.Existing is { } existing ? FromExisting(ExistingLoadBalancer.Find(existing), BalancerSuffix.Of(existing), args.Domain)
        : null;

    private static HttpEntry FromOwn(LoadBalancer loadBalancer, DomainConfig? domain) => new()
    {
        ListenerArn = loadBalancer.ListenerArn,
        DnsName = loadBalancer.DnsName,
        ZoneId = loadBalancer.ZoneId,
        LoadBalancerArn = loadBalancer.Arn,
        ArnSuffix = loadBalancer.ArnSuffix,
        Suffix = loadBalancer.Suffix,
        Address = ServiceAddress.Create(domain, loadBalancer.DnsName),
        Tls = loadBalancer.Tls,
    };

    private static HttpEntry FromExisting(ExistingLoadBalancer existing, string suffix, DomainConfig? domain) => new()
    {
        ListenerArn = existing.ListenerArn,
        RedirectListenerArn = existing.RedirectListenerArn,
        DnsName = existing.DnsName,
        ZoneId = existing.ZoneId,
        LoadBalancerArn = existing.Arn,
        ArnSuffix = existing.ArnSuffix,
        Suffix = suffix,
        Address = ServiceAddress.Create(domain, existing.DnsName),
    };
}

/// <summary>Certificate and TLS policy of a listener.</summary>
internal sealed record ListenerTls(Output<string> CertificateArn, string Policy);

/// <summary>The address of the services: their domain over HTTPS, or without one the load balancer's DNS name over HTTP.</summary>
internal sealed record ServiceAddress(Output<string> Host, Output<string> Url)
{
    public static ServiceAddress Create(DomainConfig? domain, Output<string> loadBalancerName) => domain is null
        ? new ServiceAddress(loadBalancerName, Output.Format($"http://{loadBalancerName}"))
        : new ServiceAddress(Output.Create(domain.EffectiveName), Output.Create($"https://{domain.EffectiveName}"));
}
