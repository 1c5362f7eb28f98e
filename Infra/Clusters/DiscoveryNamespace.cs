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

    private readonly string _name;

    public DiscoveryNamespace(string name, DiscoveryNamespaceArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        _name = name;
        var space = CreateNamespace(args);

        NamespaceId = space.Id;
        DomainName = space.Name;
        RegisterOutputs();
    }

    [Output("namespaceId")]
    public Output<string> NamespaceId { get; }

    /// <summary>The domain name that names in the namespace end with.</summary>
    [Output("domainName")]
    public Output<string> DomainName { get; }

    /// <summary>The logical name of a name in the namespace.</summary>
    public string LogicalName(string discoveryName) => $"{_name}-{discoveryName}";

    private ServiceDiscovery.PrivateDnsNamespace CreateNamespace(DiscoveryNamespaceArgs args)
    {
        var options = this.Child();
        // The old domain name resolves until all tasks are registered under the new one.
        options.DeleteBeforeReplace = false;
        return new ServiceDiscovery.PrivateDnsNamespace(
            _name, new ServiceDiscovery.PrivateDnsNamespaceArgs { Name = args.DomainName, Vpc = args.VpcId }, options);
    }
}
