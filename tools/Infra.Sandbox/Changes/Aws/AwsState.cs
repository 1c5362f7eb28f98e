using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Aws;

/// <summary>The resources of a stack in AWS at one moment of an update.</summary>
internal sealed class AwsState
{
    private readonly Dictionary<ResourceKey, LiveResource> _resources = [];
    private readonly List<LiveResource> _deleted = [];

    public IEnumerable<LiveResource> All => _resources.Values;

    /// <summary>The resources that the update has deleted so far.</summary>
    public IReadOnlyList<LiveResource> Deleted => _deleted;

    public LiveResource? Find(ResourceKey key) => _resources.GetValueOrDefault(key);

    public IEnumerable<LiveResource> OfType(string type) => All.Where(resource => resource.Type == type);

    /// <summary>The resource that an input names.</summary>
    public LiveResource? Target(LiveResource resource, string input) =>
        resource.UsedIn(input).Select(Find).FirstOrDefault(found => found is not null);

    public void Put(LiveResource resource) => _resources[resource.Key] = resource;

    public void Remove(LiveResource resource)
    {
        if (_resources.Remove(resource.Key))
        {
            _deleted.Add(resource);
        }
    }
}
