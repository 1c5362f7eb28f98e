using Pulumi;

namespace Infra.Domains;

/// <summary>The Route 53 hosted zone of the stack's records.</summary>
internal static class HostedZone
{
    /// <summary>The ID of the hosted zone: as configured, or looked up by name among the public ones. Null without a domain.</summary>
    public static Output<string>? FindId(DomainConfig? domain) => domain switch
    {
        null => null,
        { HostedZoneId: { } id } => Output.Create(id),
        // A private zone may have the same name, but ACM cannot validate certificates in it.
        _ => Route53.GetZone
            .Invoke(new Route53.GetZoneInvokeArgs { Name = domain.HostedZoneName!, PrivateZone = false })
            .Apply(zone => zone.ZoneId),
    };
}
