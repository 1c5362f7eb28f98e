using Infra.Configuration.Binding;

namespace Infra.Networking;

internal static class NewSubnetsRules
{
    private const string Key = "existingNetwork.newSubnets";
    private const int SmallestSubnet = 28;

    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#subnets-load-balancer
    private const int SmallestPublicSubnet = 27;

    public static void Check(NewSubnetsConfig config, RuleChecker rules)
    {
        (string Key, IReadOnlyList<string>? Cidrs)[] tiers =
        [
            ($"{Key}.publicCidrs", config.PublicCidrs),
            ($"{Key}.privateCidrs", config.PrivateCidrs),
            ($"{Key}.isolatedCidrs", config.IsolatedCidrs),
        ];
        rules.Check([Key], () => tiers.All(tier => tier.Cidrs is null) ? "needs publicCidrs, privateCidrs or isolatedCidrs" : null);
        rules.Check([$"{Key}.natGatewayIds", $"{Key}.privateCidrs", $"{Key}.zones"], () => NatProblem(config));
        rules.CheckEach([.. tiers.Select(tier => tier.Key), $"{Key}.zones"], () =>
        {
            var taken = new List<Ipv4Cidr>();
            foreach (var (key, cidrs) in tiers)
            {
                CheckTier(key, cidrs ?? [], config.Zones.Count, taken, rules);
            }
        });
    }

    private static void CheckTier(string key, IReadOnlyList<string> cidrs, int zones, List<Ipv4Cidr> taken, RuleChecker rules)
    {
        if (cidrs.Count > 0 && cidrs.Count != zones)
        {
            rules.Add(key, $"has {Phrase.Count(cidrs.Count, "range")} for {zones} zones; give one for each zone");
        }

        var smallest = key.EndsWith("publicCidrs", StringComparison.Ordinal) ? SmallestPublicSubnet : SmallestSubnet;
        foreach (var (index, text) in cidrs.Index())
        {
            if (RangeProblem(text, smallest, taken) is { } problem)
            {
                rules.Add($"{key}[{index}]", problem);
            }
        }
    }

    private static string? RangeProblem(string text, int smallest, List<Ipv4Cidr> taken)
    {
        if (AddressRanges.Ipv4Problem(text, "10.0.16.0/24") is { } problem)
        {
            return problem;
        }

        var cidr = Ipv4Cidr.Parse(text);
        var overlapping = taken.Where(other => other.Overlaps(cidr)).Select(other => other.ToString()).FirstOrDefault();
        taken.Add(cidr);
        return cidr.PrefixLength > smallest ? $"{cidr} is too small; use /{smallest} or larger"
            : cidr.PrefixLength < SubnetPlan.LargestPrefixLength ? $"{cidr} is larger than a subnet may be; use /{SubnetPlan.LargestPrefixLength} or smaller"
            : overlapping is not null ? $"{cidr} overlaps the subnet {overlapping}"
            : null;
    }

    private static string? NatProblem(NewSubnetsConfig config) =>
        config.NatGatewayIds.Count == 0 ? null
        : config.PrivateCidrs is null ? "has no effect without privateCidrs"
        : config.NatGatewayIds.Count != 1 && config.NatGatewayIds.Count != config.Zones.Count
            ? $"has {config.NatGatewayIds.Count} gateways for {config.Zones.Count} zones; give one for all, or one for each zone"
            : null;
}
