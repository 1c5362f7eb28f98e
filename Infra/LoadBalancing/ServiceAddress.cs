using Infra.Domains;
using Pulumi;

namespace Infra.LoadBalancing;

/// <summary>Where users reach the service: its domain, or without one the load balancer's own name over HTTP.</summary>
internal sealed record ServiceAddress(Output<string> Host, Output<string> Url)
{
    public static ServiceAddress Create(DomainConfig? domain, Output<string> loadBalancerName) => domain is null
        ? new ServiceAddress(loadBalancerName, Output.Format($"http://{loadBalancerName}"))
        : new ServiceAddress(Output.Create(domain.EffectiveName), Output.Create($"https://{domain.EffectiveName}"));
}
