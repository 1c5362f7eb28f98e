using Infra.Configuration.Binding;
using Infra.ObjectStorage;
using Infra.Queueing;
using Infra.Registry;
using Infra.Services;
using Infra.Tasks;
using static Infra.Stack.StackKeys;

namespace Infra.Stack.Rules;

/// <summary>Parts that the stack creates, and pays for, but that nothing in it uses.</summary>
internal static class UnusedParts
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        var tasks = config.AllTasks.Select(task => task.Task).ToList();
        var named = tasks.SelectMany(task => task.PlaceholderNames).ToHashSet();

        Warn(Key(stack => stack.Buckets), config.Buckets.Keys, name => IsUsed(config, name) || named.Contains(BucketsDescription.Placeholder(name)),
            "nothing in this stack uses it; add it to the buckets of a service or job", rules);
        Warn(Key(stack => stack.Queues), config.Queues.Keys, name => IsQueueUsed(config, name) || named.Contains(QueuesDescription.Placeholder(name)),
            "nothing in this stack uses it; add it to the queues of a service or job", rules);
        Warn(Key(stack => stack.Repositories), config.Repositories.Keys, name => TakesImagesFrom(config, name) || named.Contains(RepositoriesDescription.Placeholder(name)),
            "no image of this stack is in it; start one with ${repository.<name>}", rules);
        Warn(Key(stack => stack.FileSystems), config.FileSystems.Keys, name => tasks.Exists(task => task.Volumes.Values.Any(volume => volume.FileSystem == name)),
            "nothing in this stack mounts it; add it to the volumes of a service or job", rules);
        Warn(Key(stack => stack.Cluster.Instances), config.Cluster.Instances.Keys, name => tasks.Exists(task => task.CapacityProviders.ContainsKey(name)),
            "nothing in this stack runs on them; add them to the capacityProviders of a service or job", rules);
        rules.Warn([Key(stack => stack.Cluster.Namespace)], () =>
            config.Cluster.Namespace is not null && config.AllServices.All(service => service.Config.DiscoveryName is null)
                ? "is empty; give a service a discoveryName"
                : null);
    }

    private static void Warn(KeyPath block, IEnumerable<string> names, Func<string, bool> isUsed, string otherwise, RuleChecker rules)
    {
        foreach (var name in names)
        {
            rules.Warn([block.Named(name)], () => isUsed(name) ? null : otherwise);
        }
    }

    private static bool IsUsed(StackConfig config, string bucket) =>
        config.AllTasks.Any(task => task.Task.Buckets.GetValueOrDefault(bucket) != BucketAccess.None)
        || config.Jobs.Values.Any(job => job.Event?.Bucket == bucket);

    private static bool IsQueueUsed(StackConfig config, string queue) =>
        config.AllTasks.Any(task => task.Task.Queues.GetValueOrDefault(queue) != QueueAccess.None)
        || config.Jobs.Values.Any(job => job.Event?.Queue == queue)
        || config.AllServices.Any(service => service.Config.Scaling?.QueueNames.Contains(queue) is true);

    // A pipeline brings images that the stack file does not name.
    private static bool TakesImagesFrom(StackConfig config, string repository) =>
        config.AllTasks.Any(task => OwnRepository.FindIn(task.Image) == repository)
        || config.AllServices.Any(service => service.Config.RevisionOwner == RevisionOwner.Pipeline);
}
