using System.Net;
using Infra.Planning;

namespace Infra.Configuration.Rules;

internal static class LoadBalancerRules
{
    public static void Check(StackConfig config, RuleChecker rules) =>
        rules.CheckEach(["loadBalancer.allowedCidrs", "network.dualStack", "existingNetwork.dualStack"], () =>
        {
            foreach (var (index, cidr) in config.LoadBalancer.AllowedCidrs.Index())
            {
                if (CidrProblem(cidr, config.IsDualStack) is { } problem)
                {
                    rules.Add($"loadBalancer.allowedCidrs[{index}]", problem);
                }
            }
        });

    private static string? CidrProblem(string cidr, bool isDualStack)
    {
        var isIpv6 = cidr.Contains(':', StringComparison.Ordinal);
        return isIpv6 ? Ipv6Problem(cidr, isDualStack)
            : Ipv4Cidr.TryParse(cidr, out _) ? null
            : $"\"{cidr}\" is not an address range; use one such as 203.0.113.0/24";
    }

    private static string? Ipv6Problem(string cidr, bool isDualStack) =>
        !IPNetwork.TryParse(cidr, out _) ? $"\"{cidr}\" is not an address range; use one such as 2001:db8::/32"
        : !isDualStack ? $"{cidr} is IPv6, but network.dualStack is off"
        : null;
}
