namespace Infra.LoadBalancing;

/// <summary>
/// The end of the names of target groups and of the rules that keep forwarding to them. A target group belongs to one load balancer for ever,
/// so that another load balancer needs other ones. Names of parts have no double dash.
/// </summary>
internal static class BalancerSuffix
{
    /// <summary>The suffix for a load balancer of the stack; none for its usual scheme.</summary>
    public static string Of(LoadBalancerScheme scheme, LoadBalancerScheme usual) =>
        scheme == usual ? ""
        : scheme == LoadBalancerScheme.Internal ? "--internal"
        : "--public";

    /// <summary>The suffix for an existing load balancer.</summary>
    public static string Of(ExistingLoadBalancerConfig existing) => $"--on-{existing.Name}";
}
