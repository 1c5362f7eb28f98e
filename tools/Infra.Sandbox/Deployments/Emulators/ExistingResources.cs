using System.Collections.Immutable;
using Infra.LoadBalancing;
using Infra.Networking;
using Infra.Stack;

namespace Infra.Sandbox.Deployments.Emulators;

/// <summary>What a stack file says exists already: a VPC, and maybe a load balancer in it.</summary>
internal sealed record ExistingResources
{
    // Every region has as many, and no load balancer or database asks for more.
    private const int Zones = 2;

    /// <summary>The name of the VPC in the stack; null for the default one, which an emulator has already.</summary>
    public string? VpcId { get; init; }

    /// <summary>A range of the VPC that the subnets the stack makes in it fit into.</summary>
    public Ipv4Cidr Range { get; init; } = Ipv4Cidr.Parse("10.0.0.0/16");

    /// <summary>Whether subnets that the stack makes look for the internet gateway of the VPC.</summary>
    public bool HasInternetGateway { get; init; }

    public ImmutableArray<string> NatGatewayIds { get; init; } = [];

    public required ImmutableArray<ExistingSubnet> Subnets { get; init; }

    public ExistingBalancer? LoadBalancer { get; init; }

    /// <summary>Those of a configuration; none where the stack makes its own network.</summary>
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
        // Where the stack names none, NAT gateways and load balancers that exist already must stand in some nevertheless.
        return given.Count > 0 || network.Default ? given : Enumerable.Range(0, Zones).Select(zone => new ExistingSubnet($"subnet-{zone}", zone));
    }

    private static Ipv4Cidr RangeAround(NewSubnetsConfig subnets)
    {
        var first = new[] { subnets.PublicCidrs, subnets.PrivateCidrs, subnets.IsolatedCidrs }.OfType<IReadOnlyList<string>>().First()[0];
        return Ipv4Cidr.Around($"{first.Split('/')[0]}/{SubnetPlan.LargestPrefixLength}")!.Value;
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

/// <param name="Id">What the stack calls it.</param>
/// <param name="Zone">Which of the region's zones it is in, from 0.</param>
internal sealed record ExistingSubnet(string Id, int Zone);

internal sealed record ExistingListener(int Port, bool IsHttps);

internal sealed record ExistingBalancer
{
    public required string Name { get; init; }

    public required string SecurityGroupId { get; init; }

    /// <summary>The names of its subnets in the stack; empty for the default ones of the VPC.</summary>
    public required ImmutableArray<string> SubnetIds { get; init; }

    public required bool IsInternal { get; init; }

    public required ImmutableArray<ExistingListener> Listeners { get; init; }

    /// <summary>What the listeners forward to, if the stack has no rule of its own.</summary>
    public string? TargetGroupArn { get; init; }
}
