using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Evaluation.Awsx;

/// <summary>Creates the resources of a VPC component.</summary>
internal static class AwsxNode
{
    /// <summary>A resource that depends on its parent, as all resources inside the VPC do.</summary>
    public static ResourceNode Inside(ResourceKey parent, ResourceKey key, params IEnumerable<(string Name, PropertyValue? Value)> inputs) =>
        Below(parent, key, inputs) with { Settings = new ResourceSettings { DependsOn = [parent] } };

    /// <summary>A resource with those inputs that have a value.</summary>
    public static ResourceNode Below(ResourceKey parent, ResourceKey key, params IEnumerable<(string Name, PropertyValue? Value)> inputs) => new()
    {
        Key = key,
        Parent = parent,
        Inputs = PropertyValue.Map.Of(inputs
            .Where(input => input.Value is not null)
            .Select(input => KeyValuePair.Create(input.Name, input.Value!))),
    };
}
