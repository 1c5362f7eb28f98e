using Infra.Configuration.Binding;
using Infra.LoadBalancing;
using Infra.Networking;
using Infra.Tasks;
using static Infra.Stack.StackKeys;

namespace Infra.Jobs;

/// <summary>Jobs in host network mode, and the ports they open on their instance.</summary>
internal static class JobNetworkRules
{
    public static void Check(ConfiguredJob job, StackConfig config, RuleChecker rules)
    {
        var (ports, mode, isHost) = (job.KeyOf(block => block.HostPorts), job.KeyOf(block => block.NetworkMode), job.Config.NetworkMode == NetworkMode.Host);
        rules.Check([mode, job.KeyOf(block => block.Schedule), job.KeyOf(block => block.Event)], () =>
            isHost && (job.Config.Schedule is not null || job.Config.Event is not null)
                ? "host cannot be combined with schedule or event, which start tasks in awsvpc mode"
                : null);
        rules.Check([ports, mode], () => job.Config.HostPorts.Count > 0 && !isHost ? "needs networkMode host" : null);
        rules.Check([ports], () => job.Ports.Distinct().Count() < job.Ports.Count ? "lists the same port twice" : null);
        foreach (var (index, port) in job.Config.HostPorts.Index())
        {
            rules.Check([ports.Item(index).Member<HostPortConfig>(block => block.Port)], () => HostPortRules.ReservedProblem(port.Port));
            CheckCidrs(ports.Item(index).Member<HostPortConfig>(block => block.AllowedCidrs), port.AllowedCidrs, config, rules);
        }

        WarnOfPrivateInstances(ports, job, config, rules);
    }

    private static void CheckCidrs(KeyPath key, IReadOnlyList<string> cidrs, StackConfig config, RuleChecker rules)
    {
        LoadBalancerRules.CheckCidrs(key, cidrs, config, rules);
        rules.Warn([key], () => LoadBalancerRules.EveryoneIn(cidrs) is { } all
            ? $"{all} admits the whole internet, without TLS and without sign-in; list your own addresses, such as 203.0.113.7/32"
            : null);
    }

    private static void WarnOfPrivateInstances(KeyPath ports, ConfiguredJob job, StackConfig config, RuleChecker rules)
    {
        foreach (var provider in job.Config.CapacityProviders.Keys.Where(config.Cluster.Instances.ContainsKey))
        {
            rules.Warn([ports, Key(stack => stack.Cluster.Instances).Named(provider)], () =>
                job.Ports.Count > 0 && config.Cluster.Instances[provider].Subnets == SubnetTier.Private
                    ? $"are reachable only from inside the network: the instances of {provider} are in private subnets and have no public address"
                    : null);
        }
    }
}
