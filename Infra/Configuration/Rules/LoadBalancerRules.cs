namespace Infra.Configuration.Rules;

internal static class LoadBalancerRules
{
    public static void Check(StackConfig config, RuleChecker rules) =>
        rules.CheckEach(["loadBalancer.allowedCidrs", "network.dualStack", "existingNetwork.dualStack"], () =>
        {
            foreach (var (index, cidr) in config.LoadBalancer.AllowedCidrs.Index())
            {
                if (CidrProblem(cidr, config) is { } problem)
                {
                    rules.Add($"loadBalancer.allowedCidrs[{index}]", problem);
                }
            }
        });

    public static string? CidrProblem(string cidr, StackConfig config) => cidr.Contains(':', StringComparison.Ordinal)
        ? Ipv6Problem(cidr, config)
        : AddressRanges.Ipv4Problem(cidr, "203.0.113.0/24");

    private static string? Ipv6Problem(string cidr, StackConfig config) => AddressRanges.Ipv6Problem(cidr) ??
        (!config.IsDualStack ? $"{cidr} is IPv6, but {(config.ExistingNetwork is null ? "network" : "existingNetwork")}.dualStack is off" : null);
}
