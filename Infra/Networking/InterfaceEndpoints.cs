using Pulumi;

namespace Infra.Networking;

internal sealed record InterfaceEndpointsArgs
{
    public required Placement Placement { get; init; }

    /// <summary>Service names without prefix, such as <c>ecr.api</c>.</summary>
    public required IReadOnlyList<string> Services { get; init; }
}

/// <summary>Interface endpoints for AWS services, each billed per hour and Availability Zone.</summary>
internal sealed class InterfaceEndpoints : ComponentResource, IStackPart
{
    private const string Type = "infra:index:InterfaceEndpoints";

    public InterfaceEndpoints(string name, InterfaceEndpointsArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        foreach (var service in args.Services)
        {
            _ = new Ec2.VpcEndpoint(
                $"{name}-{service}",
                new Ec2.VpcEndpointArgs
                {
                    VpcId = args.Placement.Network.VpcId,
                    ServiceName = EndpointServices.InterfaceName(args.Placement.Context.Region, service),
                    VpcEndpointType = "Interface",
                    SubnetIds = args.Placement.Network.PrivateSubnetIds,
                    SecurityGroupIds = [args.Placement.SecurityGroups.IdOf(TrafficPeer.Endpoints)],
                    PrivateDnsEnabled = true,
                },
                this.Child());
        }

        RegisterOutputs();
    }

    public bool IsNeededByTasks => true;
}
