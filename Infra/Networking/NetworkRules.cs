using Infra.Configuration.Binding;
using static Infra.Stack.StackKeys;

namespace Infra.Networking;

internal static class NetworkRules
{
    private static readonly KeyPath Cidr = Key(stack => stack.Network!.Cidr);
    private static readonly KeyPath PublicCidrs = Key(stack => stack.Network!.PublicSubnetCidrs);
    private static readonly KeyPath PrivateCidrs = Key(stack => stack.Network!.PrivateSubnetCidrs);
    private static readonly KeyPath IsolatedCidrs = Key(stack => stack.Network!.IsolatedSubnetCidrs);

    public static void Check(StackConfig config, RuleChecker rules)
    {
        rules.Check([Key(stack => stack.Network), Key(stack => stack.ExistingNetwork)], () => (config.Network, config.ExistingNetwork) switch
        {
            (null, null) => "is required unless existingNetwork is set",
            (not null, not null) => "cannot be combined with existingNetwork",
            _ => null,
        });

        if (config.Network is { } network)
        {
            rules.Check([Cidr], () => CidrProblem(network.Cidr));
            rules.Check([PublicCidrs, PrivateCidrs, IsolatedCidrs], () => TiersProblem(network));
            rules.CheckEach([PublicCidrs, PrivateCidrs, IsolatedCidrs], () => CheckSubnets(network, rules));
        }
    }

    private static string? CidrProblem(string text) =>
        AddressRanges.Ipv4Problem(text, "10.0.0.0/16") ?? CidrProblem(Ipv4Cidr.Parse(text));

    private static string? CidrProblem(Ipv4Cidr cidr) =>
        !cidr.IsPrivate ? $"{cidr} is not private; use a range in 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16"
        : cidr.PrefixLength < SubnetPlan.LargestPrefixLength ? $"{cidr} is larger than a VPC may be; use /16 to /23"
        : cidr.PrefixLength > SubnetPlan.SmallestPrefixLength ? $"{cidr} is too small for the subnets; use /16 to /23"
        : null;

    private static string? TiersProblem(NetworkConfig network)
    {
        var tiers = new[] { network.PublicSubnetCidrs, network.PrivateSubnetCidrs, network.IsolatedSubnetCidrs }.Count(cidrs => cidrs is not null);
        return tiers is 0 or 3 ? null : "set all of publicSubnetCidrs, privateSubnetCidrs and isolatedSubnetCidrs, or none of them";
    }

    private static void CheckSubnets(NetworkConfig network, RuleChecker rules)
    {
        if (network.PublicSubnetCidrs is not { } publicCidrs)
        {
            return;
        }

        (KeyPath Key, IReadOnlyList<string> Cidrs, int Smallest)[] tiers =
        [
            (PublicCidrs, publicCidrs, SubnetCidrRules.SmallestPublicSubnet),
            (PrivateCidrs, network.PrivateSubnetCidrs!, SubnetCidrRules.SmallestSubnet),
            (IsolatedCidrs, network.IsolatedSubnetCidrs!, SubnetCidrRules.SmallestSubnet),
        ];
        rules.CheckEach([Key(stack => stack.Network!.Zones)], () =>
        {
            foreach (var (key, cidrs, _) in tiers)
            {
                SubnetCidrRules.CheckCount(key, cidrs, network.Zones.Count, rules);
            }
        });
        rules.CheckEach([Cidr], () =>
        {
            var vpc = Ipv4Cidr.Parse(network.Cidr);
            var cidrRules = new SubnetCidrRules(rules, cidr => cidr.IsWithin(vpc) ? null : $"{cidr} is outside the VPC's range {vpc}");
            foreach (var (key, cidrs, smallest) in tiers)
            {
                cidrRules.CheckCidrs(key, cidrs, smallest);
            }
        });
    }
}
