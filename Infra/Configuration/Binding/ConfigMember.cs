using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Infra.Configuration.Binding;

/// <summary>One key of a block: a property that can be set.</summary>
internal sealed class ConfigMember
{
    // The field behind the property: each setter would have to be compiled for the one call, 5 ms for a whole stack file.
    private readonly FieldInfo? _field;

    private ConfigMember(PropertyInfo property)
    {
        Property = property;
        _field = property.DeclaringType!.GetField($"<{property.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic);
        Name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        Type = ConfigType.Of(property.PropertyType);
        Constraints = new(property.GetCustomAttributes(typeof(ValidationAttribute), inherit: false));
        IsRequired = property.IsDefined(typeof(RequiredMemberAttribute), inherit: false);
    }

    public PropertyInfo Property { get; }

    /// <summary>The key as operators write it.</summary>
    public string Name { get; }

    public ConfigType Type { get; }

    public Constraints Constraints { get; }

    /// <summary>Whether the key must be in the file.</summary>
    public bool IsRequired { get; }

    /// <summary>Whether there is no value where the file does not have the key; found out when asked for, which is rare and takes time.</summary>
    public bool IsNullable => new NullabilityInfoContext().Create(Property).WriteState is NullabilityState.Nullable;

    /// <summary>Where the block takes the name of an encrypted value, if anywhere.</summary>
    public string? SecretPlace => Property.GetCustomAttribute<SecretPlaceAttribute>()?.Place;

    public static IReadOnlyList<ConfigMember> AllOf(Type block)
    {
        List<ConfigMember> members = [];
        foreach (var property in block.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            // Properties without a setter are computed from the others, and ignored ones are filled in later.
            if (property.CanWrite && !property.IsDefined(typeof(JsonIgnoreAttribute), inherit: false))
            {
                members.Add(new(property));
            }
        }

        return members;
    }

    public object? Get(object block) => _field is not null ? _field.GetValue(block) : Property.GetValue(block);

    public void Set(object block, object? value)
    {
        if (_field is not null)
        {
            _field.SetValue(block, value);
        }
        else
        {
            Property.SetValue(block, value);
        }
    }

    /// <summary>Gives a required key without a usable value an empty one; other keys have their default.</summary>
    public void Clear(object block)
    {
        if (IsRequired && !IsNullable)
        {
            Set(block, Type.Empty());
        }
    }
}
