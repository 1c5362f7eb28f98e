using Infra.Networking;

namespace Infra.LoadBalancing;

internal static class LoadBalancerRules
{
    private static readonly string[] Everyone = ["0.0.0.0/0", "::/0"];

    public static void Check(StackConfig config, RuleChecker rules) =>
        CheckCidrs("loadBalancer.allowedCidrs", config.LoadBalancer.AllowedCidrs, config, rules);

    public static void CheckCidrs(string key, IReadOnlyList<string> cidrs, StackConfig config, RuleChecker rules)
    {
        WarnOfEveryone(key, cidrs, rules);
        rules.CheckEach([key, "network.dualStack", "existingNetwork.dualStack"], () =>
        {
            foreach (var (index, cidr) in cidrs.Index())
            {
                if (CidrProblem(cidr, config) is { } problem)
                {
                    rules.Add($"{key}[{index}]", problem);
                }
            }
        });
    }

    /// <summary>The range among these that holds every address of its family; null without one.</summary>
    public static string? EveryoneIn(IReadOnlyList<string> cidrs) => Everyone.FirstOrDefault(cidrs.Contains);

    /// <summary>A range that holds all others of its family makes them meaningless, and is rarely meant beside them.</summary>
    public static void WarnOfEveryone(string key, IReadOnlyList<string> cidrs, RuleChecker rules) => rules.Warn([key], () =>
        Everyone.FirstOrDefault(everyone => cidrs.Contains(everyone) && cidrs.Any(cidr => cidr != everyone && cidr.Contains(':', StringComparison.Ordinal) == everyone.Contains(':', StringComparison.Ordinal)))
            is { } all
            ? $"{all} lets everyone in, whatever else is in the list; take it out or the others"
            : null);

    public static string? CidrProblem(string cidr, StackConfig config) => cidr.Contains(':', StringComparison.Ordinal)
        ? Ipv6Problem(cidr, config)
        : AddressRanges.Ipv4Problem(cidr, "203.0.113.0/24");

    private static string? Ipv6Problem(string cidr, StackConfig config) => AddressRanges.Ipv6Problem(cidr) ??
        (!config.IsDualStack ? $"{cidr} is IPv6, but {(config.ExistingNetwork is null ? "network" : "existingNetwork")}.dualStack is off" : null);
}
