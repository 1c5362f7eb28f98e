using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.Testing;

/// <summary>A resource with everything it waited for.</summary>
internal sealed record ResourceRequest(
    Resource Resource, SerializedObject Inputs, string Provider, string ReadId, string ImportId);

/// <summary>Plays the engine: hands requests to the mocks and their answers back.</summary>
internal sealed class MockMonitor(IMocks mocks, string project, string stack)
{
    private readonly List<Resource> _resources = [];

    public async Task<Dictionary<string, SerializedValue>> RegisterAsync(ResourceRequest request)
    {
        var resource = request.Resource;
        lock (_resources)
        {
            _resources.Add(resource);
        }

        var (type, name) = (resource.GetResourceType(), resource.GetResourceName());
        if (resource is Stack)
        {
            return Answer(new Dictionary<string, SerializedValue>(), type, name, "");
        }

        var (id, state) = await mocks.NewResourceAsync(new MockResourceArgs
        {
            Type = type,
            Name = name,
            Inputs = request.Inputs.ToDictionary(),
            Provider = request.Provider,
            Id = request.ReadId.Length > 0 ? request.ReadId : request.ImportId,
        }).ConfigureAwait(false);
        var serialized = await Serializer.SerializeAsync(state, $"state of {type}[{name}]").ConfigureAwait(false);
        var finalId = request.ReadId.Length > 0 ? request.ReadId : id ?? request.ImportId;
        return Answer(serialized.Properties, $"{Stack.Type}${type}", name, finalId);
    }

    public async Task<SerializedObject> CallAsync(string token, SerializedObject args, string provider)
    {
        var result = await mocks.CallAsync(new MockCallArgs { Token = token, Args = args.ToDictionary(), Provider = provider })
            .ConfigureAwait(false);
        return await Serializer.SerializeAsync(result, $"result of {token}").ConfigureAwait(false);
    }

    public Task RegisterOutputsAsync(string urn, SerializedObject outputs)
    {
        var values = outputs.Properties.Where(property => property.Value is not { IsKnown: true, Value: null });
        return mocks.RegisterResourceOutputs(new MockRegisterResourceOutputsRequest(
            urn,
            values.ToImmutableDictionary(property => property.Key, property => new Output<object?>(
                new OutputData<object?>(
                    property.Value.Value, property.Value.IsKnown, property.Value.IsSecret, OutputData.NoResources)))));
    }

    public ImmutableArray<Resource> GetResources()
    {
        lock (_resources)
        {
            return [.. _resources];
        }
    }

    // As in the published SDK, a URN under mocks names the type of the root, whatever the parent is.
    private Dictionary<string, SerializedValue> Answer(
        Dictionary<string, SerializedValue> properties, string qualifiedType, string name, string id)
    {
        properties["urn"] = new SerializedValue($"urn:pulumi:{stack}::{project}::{qualifiedType}::{name}", true, false);
        properties["id"] = new SerializedValue(id, id.Length > 0, false);
        return properties;
    }
}
