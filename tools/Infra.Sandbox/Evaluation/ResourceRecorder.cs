using Infra.Sandbox.Graph;
using Pulumi;

namespace Infra.Sandbox.Evaluation;

/// <summary>A resource with its constructor arguments.</summary>
internal sealed record RecordedResource(ResourceKey Key, Resource Resource, ResourceArgs Args, ResourceOptions Options);

/// <summary>Records every resource of a stack with its parent and options, which mocks do not see.</summary>
internal sealed class ResourceRecorder
{
    private readonly Lock _lock = new();
    private readonly List<RecordedResource> _resources = [];
    private readonly Dictionary<ResourceKey, RecordedResource> _byKey = [];

    /// <summary>All resources except the stack itself, in the order of registration.</summary>
    public IReadOnlyList<RecordedResource> Resources => _resources;

    /// <summary>A stack transformation. Added last, it records the changes of the others.</summary>
    public ResourceTransformationResult? Record(ResourceTransformationArgs args)
    {
        if (args.Resource is not Pulumi.Stack)
        {
            Add(new RecordedResource(KeyOf(args.Resource), args.Resource, args.Args, args.Options));
        }

        return null;
    }

    public Resource Find(ResourceKey key)
    {
        lock (_lock)
        {
            return _byKey[key].Resource;
        }
    }

    public static ResourceKey KeyOf(Resource resource) => new(resource.GetResourceType(), resource.GetResourceName());

    private void Add(RecordedResource resource)
    {
        lock (_lock)
        {
            if (!_byKey.TryAdd(resource.Key, resource))
            {
                throw new InvalidOperationException($"two resources of type {resource.Key.Type} have the name {resource.Key.Name}");
            }

            _resources.Add(resource);
        }
    }
}
