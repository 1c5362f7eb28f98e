using Pulumi;

namespace Infra.Domains;

/// <summary>The Route 53 zone that holds the stack's records.</summary>
internal static class HostedZone
{
    /// <summary>The zone's id: given, or looked up by name among the public zones; none without a domain.</summary>
    public static Output<string>? FindId(DomainConfig? domain) => domain switch
    {
        null => null,
        { HostedZoneId: { } id } => Output.Create(id),
        // A private zone may bear the same name, and no certificate can be validated in it.
        _ => Route53.GetZone
            .Invoke(new Route53.GetZoneInvokeArgs { Name = domain.HostedZoneName!, PrivateZone = false })
            .Apply(zone => zone.ZoneId),
    };
}
