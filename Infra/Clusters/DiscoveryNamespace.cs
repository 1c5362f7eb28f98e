using Pulumi;

namespace Infra.Clusters;

/// <summary>A private DNS zone of the VPC in which ECS keeps the addresses of tasks. Route 53 charges half a dollar a month for it.</summary>
internal sealed class DiscoveryNamespace : ComponentResource
{
    private const string Type = "infra:index:DiscoveryNamespace";

    private DiscoveryNamespace(string name, string domainName, Output<string> vpcId)
        : base(Type, name)
    {
        var space = new ServiceDiscovery.PrivateDnsNamespace(
            name, new ServiceDiscovery.PrivateDnsNamespaceArgs { Name = domainName, Vpc = vpcId }, this.Child());

        NamespaceId = space.Id;
        DomainName = space.Name;
        RegisterOutputs();
    }

    [Output("namespaceId")]
    public Output<string> NamespaceId { get; }

    /// <summary>What names in it end with.</summary>
    [Output("domainName")]
    public Output<string> DomainName { get; }

    public static DiscoveryNamespace? For(string name, ClusterConfig config, Output<string> vpcId) =>
        config.Namespace is { } domainName ? new DiscoveryNamespace(name, domainName, vpcId) : null;
}
