using System.Collections.Immutable;
using Infra.Configuration;
using Infra.Planning;

namespace Infra.Sandbox.Deployments.Emulators;

/// <summary>What a stack file says exists already: a VPC, and maybe a load balancer in it.</summary>
internal sealed record ExistingResources
{
    // Every region has as many, and no load balancer or database asks for more.
    private const int Zones = 2;

    public required string VpcId { get; init; }

    public required ImmutableArray<ExistingSubnet> Subnets { get; init; }

    public ExistingBalancer? LoadBalancer { get; init; }

    /// <summary>Those of a configuration; none where the stack makes its own network.</summary>
    public static ExistingResources? In(StackConfig config) => config.ExistingNetwork is not { } network ? null : new ExistingResources
    {
        VpcId = network.VpcId,
        Subnets =
        [
            .. new[] { network.PublicSubnetIds, network.PrivateSubnetIds, network.IsolatedSubnetIds }
                .SelectMany(tier => (tier ?? []).Select((id, index) => new ExistingSubnet(id, index % Zones)))
                .DistinctBy(subnet => subnet.Id),
        ],
        LoadBalancer = config.ExistingLoadBalancer is { } balancer ? BalancerIn(balancer, network) : null,
    };

    private static ExistingBalancer BalancerIn(ExistingLoadBalancerConfig config, ExistingNetworkConfig network) => new()
    {
        Name = config.Name,
        SecurityGroupId = config.SecurityGroupId,
        SubnetIds = [.. network.PublicSubnetIds ?? network.PrivateSubnetIds ?? []],
        IsInternal = network.PublicSubnetIds is null,
        Listeners = [.. ListenersIn(config)],
        TargetGroupArn = config.TargetGroupArn,
    };

    private static IEnumerable<ExistingListener> ListenersIn(ExistingLoadBalancerConfig config)
    {
        yield return new ExistingListener(config.ListenerPort, IsHttps: config.ListenerPort != TrafficPlan.Http);
        if (config.HttpRedirectPort is { } port)
        {
            yield return new ExistingListener(port, IsHttps: false);
        }
    }
}

/// <param name="Id">What the stack calls it.</param>
/// <param name="Zone">Which of the region's zones it is in, from 0.</param>
internal sealed record ExistingSubnet(string Id, int Zone);

internal sealed record ExistingListener(int Port, bool IsHttps);

internal sealed record ExistingBalancer
{
    public required string Name { get; init; }

    public required string SecurityGroupId { get; init; }

    public required ImmutableArray<string> SubnetIds { get; init; }

    public required bool IsInternal { get; init; }

    public required ImmutableArray<ExistingListener> Listeners { get; init; }

    /// <summary>What the listeners forward to, if the stack has no rule of its own.</summary>
    public string? TargetGroupArn { get; init; }
}
