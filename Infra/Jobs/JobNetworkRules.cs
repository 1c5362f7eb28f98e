using Infra.Configuration.Binding;
using Infra.LoadBalancing;
using Infra.Networking;
using Infra.Tasks;

namespace Infra.Jobs;

/// <summary>Jobs that share the network of their instance, and the ports they open there.</summary>
internal static class JobNetworkRules
{
    public static void Check(ConfiguredJob job, StackConfig config, RuleChecker rules)
    {
        var (key, isHost) = ($"{job.Path}.hostPorts", job.Config.NetworkMode == NetworkMode.Host);
        rules.Check([$"{job.Path}.networkMode", $"{job.Path}.schedule", $"{job.Path}.event"], () =>
            isHost && (job.Config.Schedule is not null || job.Config.Event is not null)
                ? "host is for jobs that are run by hand: a schedule or an event starts a job with an address of its own"
                : null);
        rules.Check([key, $"{job.Path}.networkMode"], () => job.Config.HostPorts.Count > 0 && !isHost
            ? "needs networkMode host: only then are the job's ports those of its instance"
            : null);
        rules.Check([key], () => job.Ports.Distinct().Count() < job.Ports.Count ? "names the same port twice" : null);
        foreach (var (index, port) in job.Config.HostPorts.Index())
        {
            rules.Check([$"{key}[{index}].port"], () => HostPortRules.ReservedProblem(port.Port));
            CheckCidrs($"{key}[{index}].allowedCidrs", port.AllowedCidrs, config, rules);
        }

        WarnOfPrivateInstances(key, job, config, rules);
    }

    private static void CheckCidrs(string key, IReadOnlyList<string> cidrs, StackConfig config, RuleChecker rules)
    {
        LoadBalancerRules.CheckCidrs(key, cidrs, config, rules);
        rules.Warn([key], () => LoadBalancerRules.EveryoneIn(cidrs) is { } all
            ? $"{all} lets the whole internet in, without TLS and without sign-in; name your own addresses, such as 203.0.113.7/32"
            : null);
    }

    private static void WarnOfPrivateInstances(string key, ConfiguredJob job, StackConfig config, RuleChecker rules)
    {
        foreach (var provider in job.Config.CapacityProviders.Keys.Where(config.Cluster.Instances.ContainsKey))
        {
            rules.Warn([key, ConfigKey.Member("cluster.instances", provider)], () =>
                job.Ports.Count > 0 && config.Cluster.Instances[provider].Subnets == SubnetTier.Private
                    ? $"are reached from inside the network only: the instances of {provider} are in private subnets and have no public address"
                    : null);
        }
    }
}
