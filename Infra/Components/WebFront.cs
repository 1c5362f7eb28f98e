using Infra.Configuration;
using Pulumi;

namespace Infra.Components;

/// <summary>The load balancer that serves, be it the stack's own or one that exists already.</summary>
internal sealed record WebFront
{
    /// <summary>The listener whose rules lead to services.</summary>
    public required Output<string> ListenerArn { get; init; }

    public required Output<string> DnsName { get; init; }

    /// <summary>The zone of <see cref="DnsName"/>, for alias records.</summary>
    public required Output<string> ZoneId { get; init; }

    public required Output<string> LoadBalancerArn { get; init; }

    public required ServiceAddress Address { get; init; }

    /// <summary>The stack's own load balancer, where any service speaks HTTP.</summary>
    public static WebFront? For(string name, Foundation foundation, Output<string>? certificateArn) => foundation.Config.HasWeb
        ? Of(new LoadBalancer(name, foundation, certificateArn), foundation.Config.Domain)
        : null;

    /// <summary>Where users reach the service; null without a load balancer.</summary>
    public static Output<string?> UrlOf(WebFront? web) => web?.Address.Url.Apply(url => (string?)url) ?? Output.Create((string?)null);

    public static WebFront Of(LoadBalancer loadBalancer, DomainConfig? domain) => new()
    {
        ListenerArn = loadBalancer.ListenerArn,
        DnsName = loadBalancer.DnsName,
        ZoneId = loadBalancer.ZoneId,
        LoadBalancerArn = loadBalancer.Arn,
        Address = ServiceAddress.For(domain, loadBalancer.DnsName),
    };
}
