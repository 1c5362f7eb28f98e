using Pulumi;

namespace Infra.Networking;

/// <summary>A VPC and its subnets by tier, in the order of the Availability Zones. Tiers that the network does not have are empty.</summary>
internal sealed record NetworkLayout
{
    public required Output<string> VpcId { get; init; }

    public required IReadOnlyList<NamedSubnet> Public { get; init; }

    public required IReadOnlyList<NamedSubnet> Private { get; init; }

    public required IReadOnlyList<NamedSubnet> Isolated { get; init; }

    /// <summary>The subnets of an existing VPC: given by ID, created by the stack, or the default subnets of the default VPC.</summary>
    /// <param name="name">The name of the network, the prefix of the names of new subnets.</param>
    /// <param name="config">The existing network.</param>
    /// <param name="parent">The parent of lookups and new subnets.</param>
    public static NetworkLayout CreateExisting(string name, ExistingNetworkConfig config, ComponentResource parent)
    {
        var options = new InvokeOptions { Parent = parent };
        var vpcId = config.VpcId is { } id ? Output.Create(id) : VpcLookups.FindDefaultVpcId(options);
        var created = config.NewSubnets is { } subnets
            ? new NewSubnets($"{name}-subnets", new NewSubnetsArgs { Config = subnets, VpcId = vpcId }, parent.ChildComponent())
            : null;
        var ofDefaultVpc = new Lazy<IReadOnlyList<NamedSubnet>?>(
            () => config.Default ? VpcLookups.FindDefaultSubnets(config.Zones, vpcId, options) : null);

        var privateSubnets = FromIds(config.PrivateSubnetIds) ?? created?.Private;
        return new NetworkLayout
        {
            VpcId = vpcId,
            Public = FromIds(config.PublicSubnetIds) ?? created?.Public ?? ofDefaultVpc.Value ?? [],
            Private = privateSubnets ?? [],
            // The default subnets are public, but a database in them gets no public IP address.
            Isolated = FromIds(config.IsolatedSubnetIds) ?? created?.Isolated ?? (config.Default ? privateSubnets ?? ofDefaultVpc.Value : null) ?? [],
        };
    }

    private static List<NamedSubnet>? FromIds(IReadOnlyList<string>? ids) => ids?.Select(id => new NamedSubnet(id, Output.Create(id))).ToList();
}

/// <summary>A subnet and its name, which stays the same when others are added or removed: its Availability Zone, or its ID in an existing network.</summary>
internal sealed record NamedSubnet(string Name, Output<string> Id);
