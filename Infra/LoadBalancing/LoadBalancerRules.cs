using Infra.Configuration.Binding;
using Infra.Networking;
using static Infra.Stack.StackKeys;

namespace Infra.LoadBalancing;

internal static class LoadBalancerRules
{
    private static readonly string[] Everyone = [TrafficPlan.AnyIpv4, TrafficPlan.AnyIpv6];

    public static void Check(StackConfig config, RuleChecker rules) =>
        CheckCidrs(Key(stack => stack.LoadBalancer.AllowedCidrs), config.LoadBalancer.AllowedCidrs, config, rules);

    public static void CheckCidrs(KeyPath key, IReadOnlyList<string> cidrs, StackConfig config, RuleChecker rules)
    {
        WarnOfEveryone(key, cidrs, rules);
        rules.CheckEach([key, Key(stack => stack.Network!.DualStack), Key(stack => stack.ExistingNetwork!.DualStack)], () =>
        {
            foreach (var (index, cidr) in cidrs.Index())
            {
                if (CidrProblem(cidr, config) is { } problem)
                {
                    rules.Add(key.Item(index), problem);
                }
            }
        });
    }

    /// <summary>Warns about a range that contains all others of its address family.</summary>
    public static void WarnOfEveryone(KeyPath key, IReadOnlyList<string> cidrs, RuleChecker rules) => rules.Warn([key], () => RedundancyProblem(cidrs));

    /// <summary>The range that contains every IPv4 or every IPv6 address; null if none does.</summary>
    public static string? EveryoneIn(IReadOnlyList<string> cidrs) => Everyone.FirstOrDefault(cidrs.Contains);

    public static string? CidrProblem(string cidr, StackConfig config) => IsIpv6(cidr)
        ? Ipv6Problem(cidr, config)
        : AddressRanges.Ipv4Problem(cidr, "203.0.113.0/24");

    private static string? Ipv6Problem(string cidr, StackConfig config) => AddressRanges.Ipv6Problem(cidr) ??
        (!config.IsDualStack ? $"{cidr} is IPv6, but {(config.ExistingNetwork is null ? "network" : "existingNetwork")}.dualStack is off" : null);

    private static string? RedundancyProblem(IReadOnlyList<string> cidrs) => Everyone
        .FirstOrDefault(everyone => cidrs.Contains(everyone) && cidrs.Any(cidr => cidr != everyone && IsIpv6(cidr) == IsIpv6(everyone))) is { } all
            ? $"{all} already contains the other ranges; remove it or them"
            : null;

    private static bool IsIpv6(string cidr) => cidr.Contains(':', StringComparison.Ordinal);
}
