using Infra.Domains;
using Pulumi;

namespace Infra.LoadBalancing;

/// <summary>The load balancer that serves, be it the stack's own or one that exists already.</summary>
internal sealed record HttpEntry
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

    /// <summary>The load balancer that the stack file names or, where any service speaks HTTP, one of the stack's own.</summary>
    public static HttpEntry? For(string name, Foundation foundation, Output<string>? certificateArn)
    {
        var config = foundation.Config;
        return !config.HasWeb ? null
            : ExistingLoadBalancer.For(config.ExistingLoadBalancer) is { } existing ? Of(existing, config)
            : Of(new LoadBalancer(name, foundation, certificateArn), config.Domain) with { Tls = ListenerTls.Of(certificateArn, config.LoadBalancer) };
    }

    /// <summary>Where users reach the service; null without a load balancer.</summary>
    public static Output<string?> UrlOf(HttpEntry? web) => Optional.Of(web?.Address.Url);

    public static HttpEntry Of(LoadBalancer loadBalancer, DomainConfig? domain) => new()
    {
        ListenerArn = loadBalancer.ListenerArn,
        DnsName = loadBalancer.DnsName,
        ZoneId = loadBalancer.ZoneId,
        LoadBalancerArn = loadBalancer.Arn,
        ArnSuffix = loadBalancer.ArnSuffix,
        Address = ServiceAddress.For(domain, loadBalancer.DnsName),
    };

    private static HttpEntry Of(ExistingLoadBalancer existing, StackConfig config) => new()
    {
        ListenerArn = existing.ListenerArn,
        RedirectListenerArn = existing.RedirectListenerArn,
        DnsName = existing.DnsName,
        ZoneId = existing.ZoneId,
        LoadBalancerArn = existing.Arn,
        ArnSuffix = existing.ArnSuffix,
        Address = ServiceAddress.For(config.Domain, existing.DnsName),
    };
}

/// <summary>The certificate of a listener, and the TLS versions and ciphers it offers.</summary>
internal sealed record ListenerTls(Output<string> CertificateArn, string Policy)
{
    public static ListenerTls? Of(Output<string>? certificateArn, LoadBalancerConfig config) =>
        certificateArn is null ? null : new(certificateArn, config.TlsPolicy);
}
