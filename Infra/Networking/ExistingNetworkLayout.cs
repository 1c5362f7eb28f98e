using Pulumi;

namespace Infra.Networking;

/// <summary>The subnets of an existing VPC by tier: given by id, made by the stack, or the default ones of the default VPC.</summary>
internal static class ExistingNetworkLayout
{
    /// <param name="name">The name of the network, with which those of new subnets begin.</param>
    /// <param name="config">The existing network.</param>
    /// <param name="parent">The component that lookups and new subnets belong to.</param>
    public static NetworkLayout Of(string name, ExistingNetworkConfig config, ComponentResource parent)
    {
        var options = new InvokeOptions { Parent = parent };
        var vpcId = config.VpcId is { } id ? Output.Create(id) : DefaultVpc.FindId(options);
        var made = config.NewSubnets is { } subnets
            ? new NewSubnets($"{name}-subnets", new NewSubnetsArgs { Config = subnets, VpcId = vpcId }, parent.ChildComponent())
            : null;
        var ofDefaultVpc = new Lazy<IReadOnlyList<NamedSubnet>?>(() => config.Default ? DefaultVpc.FindSubnets(config, vpcId, options) : null);

        var privateSubnets = Given(config.PrivateSubnetIds) ?? made?.Private;
        return new NetworkLayout
        {
            VpcId = vpcId,
            Public = Given(config.PublicSubnetIds) ?? made?.Public ?? ofDefaultVpc.Value ?? [],
            Private = privateSubnets ?? [],
            // The database of a default VPC has no better place than its public subnets; it has no public address there.
            Isolated = Given(config.IsolatedSubnetIds) ?? made?.Isolated ?? (config.Default ? privateSubnets ?? ofDefaultVpc.Value : null) ?? [],
        };
    }

    private static List<NamedSubnet>? Given(IReadOnlyList<string>? ids) => ids?.Select(id => new NamedSubnet(id, Output.Create(id))).ToList();
}
