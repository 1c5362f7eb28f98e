using System.Collections.Immutable;
using Infra.LoadBalancing;
using Infra.Networking;
using Infra.Stack;

namespace Infra.Sandbox.Deployments.Emulators;

/// <summary>The existing VPC and load balancer that a stack file refers to.</summary>
internal sealed record ExistingResources
{
    // Every region has two zones, and load balancers and databases need no more.
    private const int Zones = 2;

    /// <summary>The VPC's ID in the stack file; null for the default VPC, which emulators have.</summary>
    public string? VpcId { get; init; }

    /// <summary>The VPC's CIDR block, which contains the subnets that the stack creates.</summary>
    public Ipv4Cidr Range { get; init; } = Ipv4Cidr.Parse("10.0.0.0/16");

    /// <summary>Whether the stack creates subnets that route to the VPC's internet gateway.</summary>
    public bool HasInternetGateway { get; init; }

    public ImmutableArray<string> NatGatewayIds { get; init; } = [];

    public required ImmutableArray<ExistingSubnet> Subnets { get; init; }

    public ExistingBalancer? LoadBalancer { get; init; }

    /// <summary>The existing resources in a configuration; null if the stack creates its own network.</summary>
    public static ExistingResources? In(StackConfig config)
    {
        if (config.ExistingNetwork is not { } network)
        {
            return null;
        }

        var existing = new ExistingResources
        {
            VpcId = network.VpcId,
            HasInternetGateway = network.NewSubnets?.PublicCidrs is not null,
            NatGatewayIds = [.. network.NewSubnets?.NatGatewayIds ?? []],
            Subnets = [.. SubnetsIn(network)],
            LoadBalancer = config.ExistingLoadBalancer is { } balancer ? BalancerIn(balancer, network) : null,
        };
        return network.NewSubnets is { } subnets ? existing with { Range = RangeAround(subnets) } : existing;
    }

    private static IEnumerable<ExistingSubnet> SubnetsIn(ExistingNetworkConfig network)
    {
        var given = new[] { network.PublicSubnetIds, network.PrivateSubnetIds, network.IsolatedSubnetIds }
            .SelectMany(tier => (tier ?? []).Select((id, index) => new ExistingSubnet(id, index % Zones)))
            .DistinctBy(subnet => subnet.Id)
            .ToList();
        // Existing NAT gateways and load balancers need subnets even if the stack file names none.
        return given.Count > 0 || network.Default ? given : Enumerable.Range(0, Zones).Select(zone => new ExistingSubnet($"subnet-{zone}", zone));
    }

    private static Ipv4Cidr RangeAround(NewSubnetsConfig subnets)
    {
        var first = new[] { subnets.PublicCidrs, subnets.PrivateCidrs, subnets.IsolatedCidrs }.OfType<IReadOnlyList<string>>().First()[0];
        return Ipv4Cidr.Normalize($"{first.Split('/')[0]}/{SubnetPlan.LargestPrefixLength}")!.Value;
    }

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

/// <param name="Id">The ID in the stack file.</param>
/// <param name="Zone">The index of the availability zone.</param>
internal sealed record ExistingSubnet(string Id, int Zone);

internal sealed record ExistingListener(int Port, bool IsHttps);

internal sealed record ExistingBalancer
{
    public required string Name { get; init; }

    public required string SecurityGroupId { get; init; }

    /// <summary>The subnet IDs in the stack file; empty for the VPC's default subnets.</summary>
    public required ImmutableArray<string> SubnetIds { get; init; }

    public required bool IsInternal { get; init; }

    public required ImmutableArray<ExistingListener> Listeners { get; init; }

    /// <summary>The target group of the listeners' default actions, if any.</summary>
    public string? TargetGroupArn { get; init; }
}
