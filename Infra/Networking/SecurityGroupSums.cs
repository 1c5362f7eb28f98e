using Infra.Configuration.Binding;
using Infra.Services;
using Infra.Stack.Quotas;
using static Infra.Stack.StackKeys;

namespace Infra.Networking;

/// <summary>The number of rules in each security group, which has a quota.</summary>
internal static class SecurityGroupSums
{
    private static readonly KeyPath[] FixedKeys =
    [
        Key(stack => stack.LoadBalancer),
        Key(stack => stack.ExistingLoadBalancer),
        Key(stack => stack.Domain),
        Key(stack => stack.Authentication),
        Key(stack => stack.Network),
        Key(stack => stack.ExistingNetwork),
        Key(stack => stack.Cluster),
        Key(stack => stack.Service),
        Key(stack => stack.Services),
        Key(stack => stack.Jobs),
    ];

    public static IReadOnlyList<KeyPath> Keys(StackConfig config) =>
        [.. FixedKeys, .. config.Parts.Where(part => part.Target is not null).Select(part => part.Key)];

    public static IEnumerable<PlannedSum> Of(StackConfig config)
    {
        var plan = config.PlanTraffic();
        var rules = plan.Rules();
        return plan.Peers
            .Where(peer => peer != TrafficPeer.LoadBalancer || config.ExistingLoadBalancer is null)
            .SelectMany(peer => (PlannedSum[])
            [
                Sum(peer, "inbound", [.. rules.Where(rule => rule.To == peer)], config),
                Sum(peer, "outbound", [.. rules.Where(rule => rule.From == peer)], config),
            ]);
    }

    // The quota is for each address family; a rule that names a group counts for both.
    private static PlannedSum Sum(TrafficPeer peer, string way, IReadOnlyList<TrafficRule> rules, StackConfig config)
    {
        var count = Math.Max(rules.Count(rule => !rule.IsIpv6), rules.Count(rule => rule.IsIpv6 || rule.Cidr is null));
        var (key, sentence) = Cause(peer, way, config);
        return new(AwsQuotas.RulesOfSecurityGroup, key, count, $"{sentence} {Counted.Of(count, $"{way} rule")}") { Of = $"{peer} {way}" };
    }

    private static (KeyPath Key, string Sentence) Cause(TrafficPeer peer, string way, StackConfig config) => (peer, way) switch
    {
        _ when peer == TrafficPeer.LoadBalancer && way == "inbound" => (
            Key(stack => stack.LoadBalancer.AllowedCidrs),
            $"{Counted.Of(config.LoadBalancer.AllowedCidrs.Count, "range")}{(config.Domain is null ? "" : ", for HTTP and for HTTPS of the domain,")} make"),
        _ when peer == TrafficPeer.NetworkLoadBalancer && way == "inbound" => (
            config.AllServices.MaxBy(service => service.Config.TcpPorts.Sum(tcp => tcp.AllowedCidrs.Count))!.KeyOf(service => service.TcpPorts),
            "the allowedCidrs of all tcpPorts together make"),
        _ when config.AllTasks.FirstOrDefault(task => task.Peer == peer) is { } task => (
            way == "outbound" ? task.KeyOf(settings => settings.EgressPorts)
                : task is ConfiguredService { Config.PeerPorts.Count: > 0 } service ? service.KeyOf(settings => settings.PeerPorts)
                : task.Path,
            way == "outbound" ? "the ports that the task may reach make" : "the ports on which the task is reached make"),
        _ => (config.Services.Count >= config.Jobs.Count ? Key(stack => stack.Services) : Key(stack => stack.Jobs), $"the tasks that use {peer} make"),
    };
}
