using System.Collections.Concurrent;
using System.Reflection;
using Infra.Configuration.StackFiles;
using Infra.Tests.Support;
using Xunit.Sdk;

namespace Infra.Tests.Stack;

/// <summary>The stacks that the invariants are checked on. Each is evaluated once as an update and once as a preview.</summary>
internal static class KnownStacks
{
    private static readonly Dictionary<string, Lazy<StackConfig>> Configs = new()
    {
        ["dev"] = new(() => Shipped("dev")),
        ["prod"] = new(() => Shipped("prod")),
        ["web"] = new(() => RichConfigs.Web),
        ["storage"] = new(() => RichConfigs.Storage),
        ["existing"] = new(() => RichConfigs.ExistingNetwork),
        ["customer-key"] = new(() => RichConfigs.CustomerKey),
        ["minimal"] = new(() => Example("minimal", "minimal")),
        ["livebeats"] = new(() => Example("live-beats", "livebeats")),
        ["ecsguide"] = new(() => Example("ecs-guide", "ecsguide")),
        ["datero"] = new(() => Example("datero", "datero")),
        ["daterodemo"] = new(() => Example("datero-demo", "daterodemo")),
        ["eventjobs"] = new(() => Example("event-jobs", "eventjobs")),
    };

    private static readonly ConcurrentDictionary<(string Name, bool IsPreview), Lazy<Task<StackRun>>> Runs = new();

    public static IEnumerable<string> Names => Configs.Keys;

    public static StackConfig Config(string name) => Configs[name].Value;

    public static Task<StackRun> Run(string name) => Run(name, isPreview: false);

    public static Task<StackRun> Preview(string name) => Run(name, isPreview: true);

    /// <summary>Every resource of a type in any of the stacks.</summary>
    public static async Task<IReadOnlyList<(string Stack, RegisteredResource Resource)>> Each<T>()
        where T : Pulumi.Resource
    {
        var found = new List<(string, RegisteredResource)>();
        foreach (var name in Names)
        {
            found.AddRange((await Run(name)).All<T>().Select(resource => (name, resource)));
        }

        return found;
    }

    private static Task<StackRun> Run(string name, bool isPreview) => Runs.GetOrAdd(
        (name, isPreview), key => new(() => StackRun.Of(Config(key.Name), key.IsPreview, key.Name))).Value;

    private static StackConfig Example(string file, string stack) => StackConfigLoader.Load(
        StackFile.Read(ProjectFile.Find(RepositoryFiles.Root), stack, $"examples/{file}.yaml", RepositoryFiles.Root), stack);

    private static StackConfig Shipped(string stack) => StackConfigLoader.Load(
        StackFile.Read(ProjectFile.Find(RepositoryFiles.Root), stack, configFile: null, RepositoryFiles.Root), stack);
}

/// <summary>Runs a theory for each of the <see cref="KnownStacks"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EveryStackAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => KnownStacks.Names.Select(name => new object[] { name });
}
