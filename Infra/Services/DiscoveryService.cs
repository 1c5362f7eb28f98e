using Infra.Domains;
using Pulumi;

namespace Infra.Services;

internal sealed record DiscoveryServiceArgs
{
    public required Output<string> NamespaceId { get; init; }

    /// <summary>The first label of its name in the namespace.</summary>
    public required string DiscoveryName { get; init; }
}

/// <summary>A name under which the tasks of a service are found: ECS adds and removes their addresses.</summary>
internal sealed class DiscoveryService : ComponentResource
{
    private const string Type = "infra:index:DiscoveryService";

    // How long a client may go on with the address of a task that has stopped.
    private const int TimeToLiveSeconds = 10;

    public DiscoveryService(string name, DiscoveryServiceArgs args, ComponentResourceOptions options)
        : base(Type, name, options)
    {
        var service = new ServiceDiscovery.Service(
            name,
            new ServiceDiscovery.ServiceArgs
            {
                Name = args.DiscoveryName,
                DnsConfig = new ServiceDiscovery.Inputs.ServiceDnsConfigArgs
                {
                    NamespaceId = args.NamespaceId,
                    RoutingPolicy = "MULTIVALUE",
                    DnsRecords = [new ServiceDiscovery.Inputs.ServiceDnsConfigDnsRecordArgs { Type = "A", Ttl = TimeToLiveSeconds }],
                },
                // ECS reports the health of tasks. AWS takes no other threshold than 1, but without it the provider sends no block at
                // all, and then wants to replace the service for ever: https://github.com/hashicorp/terraform-provider-aws/issues/44285
                HealthCheckCustomConfig = new ServiceDiscovery.Inputs.ServiceHealthCheckCustomConfigArgs { FailureThreshold = 1 },
                // Addresses of tasks that ECS is still taking out would otherwise keep it from being deleted.
                ForceDestroy = true,
            },
            this.Child());

        Arn = service.Arn;
        RegisterOutputs();
    }

    [Output("arn")]
    public Output<string> Arn { get; }
}
