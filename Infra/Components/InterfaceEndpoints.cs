using Infra.Configuration;
using Infra.Planning;
using Pulumi;

namespace Infra.Components;

internal sealed record InterfaceEndpointsArgs
{
    public required StackContext Context { get; init; }

    public required Network Network { get; init; }

    public required SecurityGroups SecurityGroups { get; init; }
}

/// <summary>Private ways to AWS services, each paid by the hour and zone.</summary>
internal sealed class InterfaceEndpoints : ComponentResource
{
    private const string Type = "infra:index:InterfaceEndpoints";

    private InterfaceEndpoints(string name, IReadOnlyList<string> services, InterfaceEndpointsArgs args)
        : base(Type, name)
    {
        foreach (var service in services)
        {
            _ = new Ec2.VpcEndpoint(
                $"{name}-{service}",
                new Ec2.VpcEndpointArgs
                {
                    VpcId = args.Network.VpcId,
                    ServiceName = EndpointServices.Name(args.Context.Region, service),
                    VpcEndpointType = "Interface",
                    SubnetIds = args.Network.PrivateSubnetIds,
                    SecurityGroupIds = [args.SecurityGroups.IdOf(TrafficPeer.Endpoints)],
                    PrivateDnsEnabled = true,
                },
                this.Child());
        }

        RegisterOutputs();
    }

    public static InterfaceEndpoints? For(string name, NetworkConfig? network, InterfaceEndpointsArgs args) =>
        network is { InterfaceEndpoints: { Count: > 0 } services } ? new InterfaceEndpoints(name, services, args) : null;
}
