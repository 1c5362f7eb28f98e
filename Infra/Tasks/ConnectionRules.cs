using Infra.Configuration.Binding;
using Infra.Services;
using Infra.Stack.Rules;
using static Infra.Stack.StackKeys;

namespace Infra.Tasks;

/// <summary>The connections of tasks inside the network: <c>calls</c> and <c>uses</c>.</summary>
internal static class ConnectionRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        foreach (var task in config.AllTasks)
        {
            CheckCalls(task, config, rules);
            CheckDiscovery(task, config, rules);
            CheckUses(task, config, rules);
        }

        foreach (var part in config.Parts.Where(part => part.IsListedInUses && part.IsPresent))
        {
            rules.Warn(
                [part.Key, Key(stack => stack.Service), Key(stack => stack.Services), Key(stack => stack.Jobs), .. config.AllTasks.Select(task => task.Path)],
                () => config.AllTasks.Any(task => part.IsUsedBy(task.Task))
                    ? null
                    : $"is not used by any task, so nothing can connect to it; add {part.Key} to uses of the service that needs it");
        }
    }

    private static void CheckCalls(ConfiguredTask task, StackConfig config, RuleChecker rules)
    {
        foreach (var (index, call) in task.Task.Calls.Index())
        {
            rules.Check([task.KeyOf(config => config.Calls).Item(index), .. KeysOfCallee(call, config)], () => CallProblem(call, task, config));
        }
    }

    // A service that is not found may be in a block that could not be read.
    private static KeyPath[] KeysOfCallee(string call, StackConfig config) =>
        TaskConnections.FindService(config, call.Split(':')[0]) is { } callee
            ? [callee.KeyOf(config => config.ContainerPort), callee.KeyOf(config => config.DiscoveryName), callee.KeyOf(config => config.NetworkMode)]
            : [Key(stack => stack.Service), Key(stack => stack.Services)];

    private static string? CallProblem(string call, ConfiguredTask caller, StackConfig config)
    {
        if (!CallTarget.TryParse(call, out var target))
        {
            return $"{call} does not end with a port or port range; use ports from 1 to {PortRange.Highest}, the lower one first";
        }

        var name = target.Service;
        return name == CallTarget.Main && config.Services.ContainsKey(name)
                ? $"{name} is ambiguous: both app:service and app:services.{name} exist; rename the second"
            : TaskConnections.FindService(config, name) is not { } callee
                ? NameProblem(name, config)
            : callee == caller ? $"{name} is the service itself; use peerPorts for connections between its tasks"
            : target.Ports is null && callee.Config.ContainerPort is null
                ? $"{name} has no containerPort; add a port, such as {name}:9090"
            : AddressProblem(name, callee, caller);
    }

    private static string? NameProblem(string name, StackConfig config) =>
        name == CallTarget.Main ? "service refers to app:service, which this stack does not have"
        : References.Problem(name, [.. config.Service is null ? (string[])[] : [CallTarget.Main], .. config.Services.Keys], "services");

    // An open port is useless to a task that cannot find the addresses behind it.
    private static string? AddressProblem(string name, ConfiguredService callee, ConfiguredTask caller) =>
        callee.Config.DiscoveryName is not null || caller is ConfiguredService { Config.PeerDiscovery: true } ? null
        : callee.Config.NetworkMode == NetworkMode.Host ? $"{name} has networkMode host, so its tasks cannot be found by name; set its networkMode to awsvpc"
        : $"{name} has no discoveryName, so its tasks cannot be found; set {callee.Path}.discoveryName";

    // The name resolves whether or not the connection is allowed, so a forgotten call shows only as a timeout.
    private static void CheckDiscovery(ConfiguredTask task, StackConfig stack, RuleChecker rules)
    {
        foreach (var callee in stack.AllServices.Where(service => service.Config.DiscoveryName is not null && service != task))
        {
            var name = callee.Key ?? CallTarget.Main;
            rules.Warn(
                [
                    task.KeyOf(config => config.Environment), task.KeyOf(config => config.Calls),
                    callee.KeyOf(config => config.DiscoveryName), Key(config => config.Cluster.Namespace),
                ],
                () => RefersTo(task.Task, callee.Config.DiscoveryName!, stack.Cluster.Namespace) && !Calls(task.Task, name)
                    ? $"refers to {callee.Config.DiscoveryName}, but no connection to it is allowed; add {name} to {task.Path}.calls"
                    : null);
        }
    }

    private static bool RefersTo(TaskConfig task, string discoveryName, string? cloudMapNamespace) =>
        task.PlaceholderNames.Contains(ServicesDescription.Discovery(discoveryName))
        || task.Environment.Values.Any(text => HostNames.IsIn(text, $"{discoveryName}.{cloudMapNamespace}"));

    private static bool Calls(TaskConfig task, string service) =>
        task.Calls.Any(call => CallTarget.TryParse(call, out var target) && target.Service == service);

    private static void CheckUses(ConfiguredTask task, StackConfig config, RuleChecker rules)
    {
        IReadOnlyList<PartDescription> parts = [.. config.Parts.Where(part => part.IsListedInUses)];
        foreach (var (index, name) in task.Task.Uses.Index())
        {
            var key = task.KeyOf(config => config.Uses).Item(index);
            rules.Check([key, .. parts.Select(part => part.Key)], () => UseProblem(name, parts));
            rules.Warn([key, .. parts.Select(part => part.Key)], () =>
                parts.FirstOrDefault(part => part.Key.Text == name)?.IsUsedBy(task.Task with { Uses = [] }) is true
                    ? $"is redundant: the secrets or ${{…}} of this task already refer to {name}"
                    : null);
        }
    }

    private static string? UseProblem(string name, IReadOnlyList<PartDescription> parts) =>
        parts.FirstOrDefault(part => part.Key.Text == name) is { } part
            ? part.IsPresent ? null : $"this stack has no app:{name} to connect to"
            : Suggestion.For(name, parts.Select(known => known.Key.Text)) is { } meant ? $"{name} is not a part that tasks connect to; did you mean {meant}?"
            : $"{name} is not a part that tasks connect to; use {Words.List([.. parts.Select(known => known.Key.Text)], "or")}";
}
