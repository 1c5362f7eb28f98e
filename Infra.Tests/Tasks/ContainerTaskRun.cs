using Infra.Tasks;
using Infra.Tests.Support;

namespace Infra.Tests.Tasks;

/// <summary>Runs the task of a service with the parts that its configuration refers to.</summary>
internal static class ContainerTaskRun
{
    public static Task<StackRun> Of(string service, string buckets = "{}") => Of(service, ("database", Blocks.Database), ("buckets", buckets));

    public static Task<StackRun> Of(string service, params (string Key, string Json)[] changes)
    {
        var config = TestConfigs.With([("service", service), .. changes]);
        return TestParts.Run(config, parts => _ = new ContainerTask(
            "shop-task", new ContainerTaskArgs { Host = parts.Tasks, Task = config.AllServices[0] }));
    }
}
