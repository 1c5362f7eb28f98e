using Infra.Networking;
using Infra.Tasks;

namespace Infra.Services;

/// <summary>The connections of a task inside the network, from its configuration.</summary>
internal static class TaskConnections
{
    /// <summary>The service with a name in <c>calls</c>; null for none.</summary>
    public static ConfiguredService? FindService(StackConfig config, string name) =>
        config.AllServices.FirstOrDefault(service => (service.Key ?? CallTarget.Main) == name);

    /// <summary>The targets of a task; unknown names are left out, because the rules report them.</summary>
    public static IReadOnlyList<CallTraffic> CallsOf(ConfiguredTask task, StackConfig config) =>
    [
        .. task.Task.Calls
            .Select(call => CallTarget.TryParse(call, out var target) ? target : null)
            .Select(target => target is null ? null : TrafficTo(target, config))
            .OfType<CallTraffic>(),
        .. config.Parts
            .Where(part => part.Target is not null && part.IsUsedBy(task.Task))
            .Select(part => new CallTraffic(part.Target!.Peer, part.Target.Ports)),
    ];

    private static CallTraffic? TrafficTo(CallTarget target, StackConfig config) =>
        FindService(config, target.Service) is { } callee && PortsOf(target, callee) is { } ports ? new CallTraffic(callee.Peer, ports) : null;

    private static PortRange? PortsOf(CallTarget target, ConfiguredService callee) => target.Ports ?? callee.Config.ContainerPort;
}
