using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Evaluation.Awsx;

/// <summary>Makes the resources of a VPC component.</summary>
internal static class AwsxNode
{
    /// <summary>A resource that waits for its parent, as all inside the VPC do.</summary>
    public static ResourceNode Inside(ResourceKey parent, ResourceKey key, params IEnumerable<(string Name, PropertyValue? Value)> inputs) =>
        Below(parent, key, inputs) with { Settings = new ResourceSettings { DependsOn = [parent] } };

    /// <summary>A resource with the inputs that have a value.</summary>
    public static ResourceNode Below(ResourceKey parent, ResourceKey key, params IEnumerable<(string Name, PropertyValue? Value)> inputs) => new()
    {
        Key = key,
        Parent = parent,
        Inputs = PropertyValue.Map.Of(inputs
            .Where(input => input.Value is not null)
            .Select(input => KeyValuePair.Create(input.Name, input.Value!))),
    };
}
