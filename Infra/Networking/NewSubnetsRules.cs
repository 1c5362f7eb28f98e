using Infra.Configuration.Binding;
using static Infra.Stack.StackKeys;

namespace Infra.Networking;

internal static class NewSubnetsRules
{
    public static void Check(NewSubnetsConfig config, RuleChecker rules)
    {
        var zones = Key(stack => stack.ExistingNetwork!.NewSubnets!.Zones);
        var privateCidrs = Key(stack => stack.ExistingNetwork!.NewSubnets!.PrivateCidrs);
        (KeyPath Key, IReadOnlyList<string>? Cidrs, int Smallest)[] tiers =
        [
            (Key(stack => stack.ExistingNetwork!.NewSubnets!.PublicCidrs), config.PublicCidrs, SubnetCidrRules.SmallestPublicSubnet),
            (privateCidrs, config.PrivateCidrs, SubnetCidrRules.SmallestSubnet),
            (Key(stack => stack.ExistingNetwork!.NewSubnets!.IsolatedCidrs), config.IsolatedCidrs, SubnetCidrRules.SmallestSubnet),
        ];
        rules.Check([Key(stack => stack.ExistingNetwork!.NewSubnets)], () =>
            tiers.All(tier => tier.Cidrs is null) ? "needs publicCidrs, privateCidrs or isolatedCidrs" : null);
        rules.Check([Key(stack => stack.ExistingNetwork!.NewSubnets!.NatGatewayIds), privateCidrs, zones], () => NatProblem(config));
        rules.CheckEach([.. tiers.Select(tier => tier.Key), zones], () =>
        {
            var cidrRules = new SubnetCidrRules(rules, SizeProblem);
            foreach (var (key, cidrs, smallest) in tiers.Where(tier => tier.Cidrs is { Count: > 0 }))
            {
                SubnetCidrRules.CheckCount(key, cidrs!, config.Zones.Count, rules);
                cidrRules.CheckCidrs(key, cidrs!, smallest);
            }
        });
    }

    private static string? SizeProblem(Ipv4Cidr cidr) => cidr.PrefixLength < SubnetPlan.LargestPrefixLength
        ? $"{cidr} is larger than a subnet may be; use /{SubnetPlan.LargestPrefixLength} or smaller"
        : null;

    private static string? NatProblem(NewSubnetsConfig config) =>
        config.NatGatewayIds.Count == 0 ? null
        : config.PrivateCidrs is null ? "has no effect without privateCidrs"
        : config.NatGatewayIds.Count != 1 && config.NatGatewayIds.Count != config.Zones.Count
            ? $"has {config.NatGatewayIds.Count} NAT gateways for {config.Zones.Count} zones; set one for all zones or one for each"
            : null;
}
