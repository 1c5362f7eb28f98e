using Pulumi;

namespace Infra.Clusters;

internal sealed record DiscoveryNamespaceArgs
{
    public required string DomainName { get; init; }

    public required Output<string> VpcId { get; init; }
}

/// <summary>A Cloud Map namespace: a private hosted zone of the VPC in which ECS registers the addresses of tasks.</summary>
internal sealed class DiscoveryNamespace : ComponentResource
{
    private const string Type = "infra:index:DiscoveryNamespace";

    public DiscoveryNamespace(string name, DiscoveryNamespaceArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        var space = new ServiceDiscovery.PrivateDnsNamespace(
            name, new ServiceDiscovery.PrivateDnsNamespaceArgs { Name = args.DomainName, Vpc = args.VpcId }, this.Child());

        NamespaceId = space.Id;
        DomainName = space.Name;
        RegisterOutputs();
    }

    [Output("namespaceId")]
    public Output<string> NamespaceId { get; }

    /// <summary>The domain name that names in the namespace end with.</summary>
    [Output("domainName")]
    public Output<string> DomainName { get; }
}
