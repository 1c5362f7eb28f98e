using Infra.Configuration.Binding;
using Infra.Services;
using Infra.Stack.Rules;

namespace Infra.Tasks;

/// <summary>Whom tasks connect to inside the network. What no task says is not open.</summary>
internal static class ConnectionRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        foreach (var task in config.AllTasks)
        {
            foreach (var (index, call) in task.Task.Calls.Index())
            {
                var key = $"{task.Path}.calls[{index}]";
                rules.Check([key, .. KeysOfCallee(call, config)], () => CallProblem(call, task, config));
            }

            CheckDiscovery(task, config, rules);
            CheckUses(task, config, rules);
        }

        foreach (var part in config.Parts.Where(part => part.IsListedInUses && part.IsPresent))
        {
            rules.Warn([part.Key, "service", "services", "jobs", .. config.AllTasks.Select(task => task.Path)], () =>
                config.AllTasks.Any(task => part.IsUsedBy(task.Task))
                    ? null
                    : $"no task uses it, so nothing can connect to it; add {part.Key} to the uses of the service that does");
        }
    }

    // A name that is not there may stand in a block that could not be read.
    private static string[] KeysOfCallee(string call, StackConfig config) =>
        TaskConnections.FindService(config, call.Split(':')[0]) is { Path: var path }
            ? [$"{path}.containerPort", $"{path}.discoveryName", $"{path}.networkMode"]
            : ["service", "services"];

    private static string? CallProblem(string call, ConfiguredTask caller, StackConfig config)
    {
        if (!CallTarget.TryParse(call, out var target))
        {
            return $"{call} does not end with a port, or a range of ports with the lower one first; use 1 to {PortRange.Highest}";
        }

        var name = target.Service;
        return name == CallTarget.Main && config.Services.ContainsKey(name)
                ? $"{name} is both app:service and app:services.{name}; give the second another name"
            : TaskConnections.FindService(config, name) is not { } callee
                ? NameProblem(name, config)
            : callee == caller ? $"{name} is the service itself; use peerPorts for connections among its tasks"
            : target.Ports is null && callee.Config.ContainerPort is null
                ? $"{name} has no containerPort; say which port, such as {name}:9090"
            : AddressProblem(name, callee, caller);
    }

    private static string? NameProblem(string name, StackConfig config) =>
        name == CallTarget.Main ? "service means app:service, and this stack has none"
        : References.Problem(name, [.. config.Service is null ? (string[])[] : [CallTarget.Main], .. config.Services.Keys], "services");

    // An open port is of no use to a task that has no way to learn the addresses behind it.
    private static string? AddressProblem(string name, ConfiguredService callee, ConfiguredTask caller) =>
        callee.Config.DiscoveryName is not null || caller is ConfiguredService { Config.PeerDiscovery: true } ? null
        : callee.Config.NetworkMode == NetworkMode.Host ? $"{name} has networkMode host, so its tasks cannot be found by name; use awsvpc there"
        : $"{name} has no discoveryName under which its tasks are found; set {callee.Path}.discoveryName";

    // The name resolves whether or not the way is open, so a forgotten call shows only as a timeout.
    private static void CheckDiscovery(ConfiguredTask task, StackConfig config, RuleChecker rules)
    {
        foreach (var callee in config.AllServices.Where(service => service.Config.DiscoveryName is not null && service != task))
        {
            var name = callee.Key ?? CallTarget.Main;
            rules.Warn([$"{task.Path}.environment", $"{task.Path}.calls", $"{callee.Path}.discoveryName", "cluster.namespace"], () =>
                Names(task.Task, callee.Config.DiscoveryName!, config.Cluster.Namespace) && !Calls(task.Task, name)
                    ? $"names {callee.Config.DiscoveryName}, to which no connection is open; add {name} to {task.Path}.calls"
                    : null);
        }
    }

    private static bool Names(TaskConfig task, string discoveryName, string? space) =>
        task.PlaceholderNames.Contains(ServicesDescription.Discovery(discoveryName))
        || task.Environment.Values.Any(text => HostNames.IsIn(text, $"{discoveryName}.{space}"));

    private static bool Calls(TaskConfig task, string service) =>
        task.Calls.Any(call => CallTarget.TryParse(call, out var target) && target.Service == service);

    private static void CheckUses(ConfiguredTask task, StackConfig config, RuleChecker rules)
    {
        IReadOnlyList<PartDescription> parts = [.. config.Parts.Where(part => part.IsListedInUses)];
        foreach (var (index, name) in task.Task.Uses.Index())
        {
            var key = $"{task.Path}.uses[{index}]";
            rules.Check([key, .. parts.Select(part => part.Key)], () => UseProblem(name, parts));
            rules.Warn([key, .. parts.Select(part => part.Key)], () =>
                parts.FirstOrDefault(part => part.Key == name)?.IsUsedBy(task.Task with { Uses = [] }) is true
                    ? $"is not needed: secrets or ${{…}} of this task name {name} already"
                    : null);
        }
    }

    private static string? UseProblem(string name, IReadOnlyList<PartDescription> parts) =>
        parts.FirstOrDefault(part => part.Key == name) is { } part
            ? part.IsPresent ? null : $"this stack has no app:{name} to connect to"
            : Suggestion.For(name, parts.Select(known => known.Key.Text)) is { } meant ? $"{name} is not a part that tasks connect to; did you mean {meant}?"
            : $"{name} is not a part that tasks connect to; use {Words.List([.. parts.Select(known => known.Key.Text)], "or")}";
}
