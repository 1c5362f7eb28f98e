using Infra.Configuration.Binding;

namespace Infra.Networking;

internal static class NetworkRules
{
    private const int SmallestSubnet = 28;
    private const int SmallestPublicSubnet = 27;

    private static readonly string[] Tiers = ["network.publicSubnetCidrs", "network.privateSubnetCidrs", "network.isolatedSubnetCidrs"];

    public static void Check(StackConfig config, RuleChecker rules)
    {
        rules.Check(["network", "existingNetwork"], () => (config.Network, config.ExistingNetwork) switch
        {
            (null, null) => "is required, unless existingNetwork names a VPC",
            (not null, not null) => "cannot be combined with existingNetwork; keep one",
            _ => null,
        });

        if (config.Network is { } network)
        {
            rules.Check(["network.cidr"], () => CidrProblem(network.Cidr));
            rules.Check(Tiers, () => TiersProblem(network));
            if (network.PublicSubnetCidrs is not null)
            {
                rules.CheckEach(Tiers, () =>
                {
                    rules.CheckEach(["network.zones"], () => CheckCounts(network, rules));
                    rules.CheckEach(["network.cidr"], () => CheckSubnets(network, rules));
                });
            }
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
        var given = new[] { network.PublicSubnetCidrs, network.PrivateSubnetCidrs, network.IsolatedSubnetCidrs }.Count(tier => tier is not null);
        return given is 0 or 3 ? null : "give the ranges of public, private and isolated subnets, or of none";
    }

    private static IEnumerable<(string Tier, IReadOnlyList<string> Cidrs)> RangesByTier(NetworkConfig network) =>
        Tiers.Zip([network.PublicSubnetCidrs!, network.PrivateSubnetCidrs!, network.IsolatedSubnetCidrs!]);

    private static void CheckCounts(NetworkConfig network, RuleChecker rules)
    {
        foreach (var (tier, cidrs) in RangesByTier(network))
        {
            if (cidrs.Count != network.Zones.Count)
            {
                rules.Add(tier, $"has {Phrase.Count(cidrs.Count, "range")} for {network.Zones.Count} zones; give one for each zone");
            }
        }
    }

    private static void CheckSubnets(NetworkConfig network, RuleChecker rules)
    {
        var vpc = Ipv4Cidr.Parse(network.Cidr);
        var taken = new List<Ipv4Cidr>();
        foreach (var (tier, cidrs) in RangesByTier(network))
        {
            foreach (var (index, text) in cidrs.Index())
            {
                if (SubnetProblem(text, vpc, taken, tier == Tiers[0] ? SmallestPublicSubnet : SmallestSubnet) is { } problem)
                {
                    rules.Add($"{tier}[{index}]", problem);
                }
            }
        }
    }

    private static string? SubnetProblem(string text, Ipv4Cidr vpc, List<Ipv4Cidr> taken, int smallest) =>
        AddressRanges.Ipv4Problem(text, "10.0.0.0/24") ?? SubnetProblem(Ipv4Cidr.Parse(text), vpc, taken, smallest);

    private static string? SubnetProblem(Ipv4Cidr cidr, Ipv4Cidr vpc, List<Ipv4Cidr> taken, int smallest)
    {
        if (!cidr.IsWithin(vpc))
        {
            return $"{cidr} is not within the VPC's {vpc}";
        }

        var overlapping = taken.Where(other => other.Overlaps(cidr)).Select(other => other.ToString()).FirstOrDefault();
        taken.Add(cidr);
        return cidr.PrefixLength > smallest ? $"{cidr} is too small; use /{smallest} or larger"
            : overlapping is not null ? $"{cidr} overlaps the subnet {overlapping}"
            : null;
    }
}
