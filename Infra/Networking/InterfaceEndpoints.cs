using Pulumi;

namespace Infra.Networking;

/// <summary>Private ways to AWS services, each paid by the hour and zone.</summary>
internal sealed class InterfaceEndpoints : ComponentResource
{
    private const string Type = "infra:index:InterfaceEndpoints";

    private InterfaceEndpoints(string name, IReadOnlyList<string> services, Foundation foundation)
        : base(Type, name)
    {
        foreach (var service in services)
        {
            _ = new Ec2.VpcEndpoint(
                $"{name}-{service}",
                new Ec2.VpcEndpointArgs
                {
                    VpcId = foundation.Network.VpcId,
                    ServiceName = EndpointServices.Interface(foundation.Context.Region, service),
                    VpcEndpointType = "Interface",
                    SubnetIds = foundation.Network.PrivateSubnetIds,
                    SecurityGroupIds = [foundation.SecurityGroups.IdOf(TrafficPeer.Endpoints)],
                    PrivateDnsEnabled = true,
                },
                this.Child());
        }

        RegisterOutputs();
    }

    public static InterfaceEndpoints? For(string name, Foundation foundation) =>
        foundation.Config.Network is { InterfaceEndpoints: { Count: > 0 } services } ? new InterfaceEndpoints(name, services, foundation) : null;
}
