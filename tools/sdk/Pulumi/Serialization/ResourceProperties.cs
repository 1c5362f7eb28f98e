using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>The properties that a resource has once it is registered, and the outputs' way to them.</summary>
internal sealed class ResourceProperties(Resource resource, bool isPreview)
{
    private readonly TaskCompletionSource<Dictionary<string, SerializedValue>> _values = new();
    private readonly ImmutableHashSet<Resource> _self = [resource];

    public Task Registered => _values.Task;

    public void Complete(Dictionary<string, SerializedValue> values) => _values.SetResult(values);

    public void Fail(Exception exception)
    {
        _values.SetException(exception);

        // The registration that failed reports this; looking at it here keeps it from being reported as unobserved too.
        _ = _values.Task.Exception;
    }

    public Task<OutputData<T>> ReadAsync<T>(string name) =>
        _values.Task.IsCompletedSuccessfully ? Task.FromResult(Read<T>(_values.Task.Result, name)) : WaitAsync<T>(name);

    private async Task<OutputData<T>> WaitAsync<T>(string name) =>
        Read<T>(await _values.Task.ConfigureAwait(false), name);

    // A property that the provider did not return may still get a value when this is only a preview.
    private OutputData<T> Read<T>(Dictionary<string, SerializedValue> values, string name)
    {
        if (!values.TryGetValue(name, out var property))
        {
            return new OutputData<T>(default!, !isPreview, false, _self);
        }

        var value = property.IsKnown ? Converter.Convert<T>(property.Value) : default!;
        return new OutputData<T>(value, property.IsKnown, property.IsSecret, _self);
    }
}
