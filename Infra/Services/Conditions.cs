using Pulumi;

namespace Infra.Services;

/// <summary>Which requests a rule of a load balancer is for.</summary>
internal static class Conditions
{
    /// <summary>Requests for these hosts and these paths; no hosts mean any, and no paths any.</summary>
    public static InputList<Lb.Inputs.ListenerRuleConditionArgs> Of(IReadOnlyList<string> hosts, IReadOnlyList<string> paths) =>
        [.. Hosts(hosts), .. PathPatterns(paths)];

    public static InputList<Lb.Inputs.ListenerRuleConditionArgs> Paths(IReadOnlyList<string> paths) => Of([], paths);

    private static IEnumerable<Lb.Inputs.ListenerRuleConditionArgs> Hosts(IReadOnlyList<string> hosts) => hosts.Count > 0
        ? [new() { HostHeader = new Lb.Inputs.ListenerRuleConditionHostHeaderArgs { Values = [.. hosts] } }]
        : [];

    private static IEnumerable<Lb.Inputs.ListenerRuleConditionArgs> PathPatterns(IReadOnlyList<string> paths) => paths.Count > 0
        ? [new() { PathPattern = new Lb.Inputs.ListenerRuleConditionPathPatternArgs { Values = [.. paths] } }]
        : [];
}
