using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>
/// One property in the form in which it travels: null, bool, double, string, asset, resource, or an immutable array or
/// dictionary of these. Unknown or secret parts make the whole property unknown or secret.
/// </summary>
internal sealed class SerializedValue(object? value, bool isKnown, bool isSecret)
{
    public object? Value { get; } = value;

    public bool IsKnown { get; } = isKnown;

    public bool IsSecret { get; } = isSecret;
}

/// <summary>The properties of one object, each with its own marks, and all resources that they came from.</summary>
internal sealed class SerializedObject(Dictionary<string, SerializedValue> properties, HashSet<Resource> dependencies)
{
    public Dictionary<string, SerializedValue> Properties { get; } = properties;

    public HashSet<Resource> Dependencies { get; } = dependencies;

    public bool IsKnown => Properties.Values.All(property => property.IsKnown);

    public bool IsSecret => Properties.Values.Any(property => property.IsSecret);

    /// <summary>The plain values; properties that are unknown or null are left out.</summary>
    public ImmutableDictionary<string, object> ToDictionary()
    {
        var result = ImmutableDictionary.CreateBuilder<string, object>();
        foreach (var (name, property) in Properties)
        {
            if (property is { IsKnown: true, Value: not null })
            {
                result.Add(name, property.Value);
            }
        }

        return result.ToImmutable();
    }
}
