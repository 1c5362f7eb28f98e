using System.Collections.Immutable;
using System.Text.Json;
using Infra.Configuration.Binding;
using Infra.Jobs;
using Infra.Sandbox.Checks.Edits;
using Infra.Sandbox.Graph;
using Infra.Stack;
using Infra.Tasks;

namespace Infra.Sandbox.Checks.Controls;

/// <summary>Services and tasks of ECS.</summary>
internal static class TaskControls
{
    private const string Service = "aws:ecs/service:Service";
    private const string TaskDefinition = "aws:ecs/taskDefinition:TaskDefinition";

    // https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-8
    private static readonly string[] Credentials = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "ECS_ENGINE_AUTH_DATA"];
    private static readonly string[] RootUsers = ["root", "0"];

    public static ImmutableArray<ControlRule> All { get; } =
    [
        new("ECS.2", PublicAddresses),
        new("ECS.5", WritableFileSystems),
        new("ECS.8", AccessKeys),
        new("ECS.17", HostNetwork),
        new("ECS.20", RootUser),
    ];

    private static IEnumerable<Violation> PublicAddresses(CheckContext context) =>
        from service in context.Of(Service)
        where service.Inputs.Map("networkConfiguration").Flag("assignPublicIp") == true
        let task = TaskOf(service, context)
        let subnets = task.KeyOf(config => config.Subnets)
        select new Violation(
            service,
            context.Key(subnets),
            "is public, so each task has a public address, which only security groups protect",
            PrivateSubnets.For(subnets, context));

    private static IEnumerable<Violation> WritableFileSystems(CheckContext context) =>
        from definition in context.Of(TaskDefinition)
        where CheckContext.ContainersOf(definition).Any(container => !IsTrue(container, "readonlyRootFilesystem"))
        let task = TaskOf(definition, context)
        let key = context.Key(task.KeyOf(config => config.ReadonlyRootFilesystem))
        select new Violation(
            definition,
            key,
            "is off, so whoever breaks into the container can change its programs",
            Remedy.Set(key, "true", "Give the application a volume for what it writes, such as /tmp.")
                .And(task.Task.Exec ? new KeyEdit(context.Key(task.KeyOf(config => config.Exec)), "false") : null));

    private static IEnumerable<Violation> AccessKeys(CheckContext context) =>
        from definition in context.Of(TaskDefinition)
        from name in CheckContext.ContainersOf(definition).SelectMany(EnvironmentOf).Where(Credentials.Contains).Distinct()
        let key = context.Key(TaskOf(definition, context).KeyOf(config => config.Environment).Named(name))
        select new Violation(
            definition, key, "is readable to everyone who can describe the task definition", new Remedy([new KeyEdit(key, null)], "The task role replaces access keys."));

    private static IEnumerable<Violation> HostNetwork(CheckContext context) =>
        from definition in context.Of(TaskDefinition)
        where definition.Inputs.Text("networkMode") == "host"
        let task = TaskOf(definition, context)
        let key = context.Key(task.KeyOf(config => config.NetworkMode))
        select new Violation(
            definition, key, "is host, so the task reaches what listens on its instance and gets the role of the instance", Awsvpc(key, task));

    private static Remedy Awsvpc(string key, ConfiguredTask task) => task is ConfiguredJob { Config.HostPorts.Count: > 0 }
        ? Remedy.None("Ports of the instance need the host network: a service behind a load balancer does without, as in examples/datero.yaml.")
        : new Remedy([new KeyEdit(key, null)]);

    private static IEnumerable<Violation> RootUser(CheckContext context) =>
        from definition in context.Of(TaskDefinition)
        where CheckContext.ContainersOf(definition).Any(RunsAsRoot)
        let task = TaskOf(definition, context)
        let key = context.Key(task.KeyOf(config => config.User))
        select new Violation(
            definition,
            key,
            task.Task.User is null ? "is not set, so the container runs as the user of its image, often root" : "is root",
            Remedy.Set(key, "\"1000\"", "The image must work as this user: files that it writes must belong to it."));

    private static bool RunsAsRoot(JsonElement container) =>
        !container.TryGetProperty("user", out var user) || RootUsers.Contains(user.GetString()!.Split(':')[0]);

    private static bool IsTrue(JsonElement container, string name) =>
        container.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static IEnumerable<string> EnvironmentOf(JsonElement container) => container.TryGetProperty("environment", out var environment)
        ? environment.EnumerateArray().Select(variable => variable.GetProperty("name").GetString()!)
        : [];

    private static ConfiguredTask TaskOf(ResourceNode node, CheckContext context) =>
        context.Config.AllTasks.First(task => context.Key(task.Path) == context.KeyOf(node));
}
