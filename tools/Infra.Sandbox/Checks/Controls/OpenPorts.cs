using Infra.Configuration.Binding;
using Infra.Jobs;
using Infra.Services;
using Infra.Stack;
using static Infra.Stack.StackKeys;

namespace Infra.Sandbox.Checks.Controls;

/// <summary>The keys that open ports.</summary>
internal static class OpenPorts
{
    /// <summary>The key with the addresses that may connect to a port of a resource; null for a port that no key opens.</summary>
    /// <param name="port">The port.</param>
    /// <param name="isBalancer">Whether it is one of the Application Load Balancer.</param>
    /// <param name="config">The configuration.</param>
    public static KeyPath? KeyOf(int port, bool isBalancer, StackConfig config) =>
        (isBalancer ? OfBalancer(config) : OfTasks(config)).Where(entry => entry.Port == port).Select(entry => (KeyPath?)entry.Key).FirstOrDefault();

    private static IEnumerable<(int Port, KeyPath Key)> OfBalancer(StackConfig config) =>
    [
        (80, Key(stack => stack.LoadBalancer.AllowedCidrs)),
        (443, Key(stack => stack.LoadBalancer.AllowedCidrs)),
        .. from service in config.AllServices
           where service.Config.Deployment.TestListener is not null
           select (service.Config.Deployment.TestListener!.Port, service.Path.Member<ServiceConfig>(known => known.Deployment.TestListener!.AllowedCidrs)),
    ];

    private static IEnumerable<(int Port, KeyPath Key)> OfTasks(StackConfig config) =>
    [
        .. from service in config.AllServices
           from tcp in service.Config.TcpPorts.Index()
           select (tcp.Item.Port, service.Path.Member<ServiceConfig>(known => known.TcpPorts).Item(tcp.Index).Member<TcpPortConfig>(known => known.AllowedCidrs)),
        .. from job in config.AllJobs
           from host in job.Config.HostPorts.Index()
           select (host.Item.Port, job.Path.Member<JobConfig>(known => known.HostPorts).Item(host.Index).Member<HostPortConfig>(known => known.AllowedCidrs)),
    ];
}
