using Pulumi;

namespace Infra.Services;

/// <summary>The conditions of listener rules.</summary>
internal static class ListenerConditions
{
    /// <summary>Conditions for requests that match one of the hosts and one of the paths; an empty list matches all.</summary>
    public static InputList<Lb.Inputs.ListenerRuleConditionArgs> Plan(IReadOnlyList<string> hosts, IReadOnlyList<string> paths) =>
        [.. Hosts(hosts), .. PathPatterns(paths)];

    private static IEnumerable<Lb.Inputs.ListenerRuleConditionArgs> Hosts(IReadOnlyList<string> hosts) => hosts.Count > 0
        ? [new() { HostHeader = new Lb.Inputs.ListenerRuleConditionHostHeaderArgs { Values = [.. hosts] } }]
        : [];

    private static IEnumerable<Lb.Inputs.ListenerRuleConditionArgs> PathPatterns(IReadOnlyList<string> paths) => paths.Count > 0
        ? [new() { PathPattern = new Lb.Inputs.ListenerRuleConditionPathPatternArgs { Values = [.. paths] } }]
        : [];
}
