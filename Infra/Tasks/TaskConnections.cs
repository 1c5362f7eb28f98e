using Infra.Networking;

namespace Infra.Tasks;

/// <summary>Whom a task connects to inside the network, from what its configuration says.</summary>
internal static class TaskConnections
{
    /// <summary>The service that a name in <c>calls</c> stands for; null where there is none.</summary>
    public static ConfiguredService? FindService(StackConfig config, string name) =>
        config.AllServices.FirstOrDefault(service => (service.Key ?? CallTarget.Main) == name);

    /// <summary>What a task calls; names that stand for nothing are left out, for the rules report them.</summary>
    public static IReadOnlyList<CallTraffic> CallsOf(ConfiguredTask task, StackConfig config) =>
    [
        .. task.Task.Calls
            .Select(call => CallTarget.TryParse(call, out var target) ? target : null)
            .Select(target => target is null ? null : TrafficTo(target, config))
            .OfType<CallTraffic>(),
    ];

    /// <summary>Whether a task connects to the database: it says so, or holds its credentials or its address.</summary>
    public static bool UseDatabase(TaskConfig task) => task.Database ?? ShowsUseOfDatabase(task);

    /// <summary>Whether the secrets or the texts of a task come from the database.</summary>
    public static bool ShowsUseOfDatabase(TaskConfig task) =>
        task.Secrets.Values.Any(secret => secret.Database is not null)
        || PlaceholdersOf(task).Any(PlaceholderNames.IsOfDatabase);

    /// <summary>The names in <c>${…}</c> of what the application in a task is told and may do.</summary>
    public static IEnumerable<string> PlaceholdersOf(TaskConfig task) => task.Environment.Values
        .Concat(task.Permissions.SelectMany(permission => permission.Resources))
        .SelectMany(text => TextTemplate.TryParse(text, out var template) ? template.Names : []);

    private static CallTraffic? TrafficTo(CallTarget target, StackConfig config) =>
        FindService(config, target.Service) is { } callee && PortsOf(target, callee) is { } ports ? new CallTraffic(callee.Peer, ports) : null;

    private static PortRange? PortsOf(CallTarget target, ConfiguredService callee) => target.Ports ?? callee.Config.ContainerPort;
}
