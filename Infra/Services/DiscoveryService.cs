using Pulumi;

namespace Infra.Services;

internal sealed record DiscoveryServiceArgs
{
    public required Output<string> NamespaceId { get; init; }

    /// <summary>The first label of the DNS name.</summary>
    public required string DiscoveryName { get; init; }
}

/// <summary>A Cloud Map service, in whose DNS name ECS registers the tasks of a service.</summary>
internal sealed class DiscoveryService : ComponentResource
{
    private const string Type = "infra:index:DiscoveryService";

    // The longest that a client uses the address of a stopped task.
    private const int TimeToLiveSeconds = 10;

    public DiscoveryService(string name, DiscoveryServiceArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        var child = this.Child();
        // Another namespace replaces it; the old one answers until the tasks are registered in the new one.
        child.DeleteBeforeReplace = false;
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
                // ECS reports the health of tasks. AWS accepts only threshold 1, but without it the provider sends no block, and every
                // later plan replaces the service: https://github.com/hashicorp/terraform-provider-aws/issues/44285
                HealthCheckCustomConfig = new ServiceDiscovery.Inputs.ServiceHealthCheckCustomConfigArgs { FailureThreshold = 1 },
                // Tasks that ECS is still deregistering would otherwise block the deletion.
                ForceDestroy = true,
            },
            child);

        Arn = service.Arn;
        RegisterOutputs();
    }

    [Output("arn")]
    public Output<string> Arn { get; }
}
