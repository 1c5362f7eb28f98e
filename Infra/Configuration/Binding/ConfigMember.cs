using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Infra.Configuration.Binding;

/// <summary>A key of a block: a property with a setter.</summary>
internal sealed class ConfigMember
{
    private ConfigMember(PropertyInfo property)
    {
        Property = property;
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

    /// <summary>Whether the file must set the key.</summary>
    public bool IsRequired { get; }

    /// <summary>Whether the value may be null. Computed on demand, because reflection on nullability is slow and rarely needed.</summary>
    public bool IsNullable => new NullabilityInfoContext().Create(Property).WriteState is NullabilityState.Nullable;

    /// <summary>The key inside the block that references an encrypted value by name, if there is one.</summary>
    public string? SecretHint => Property.GetCustomAttribute<SecretHintAttribute>()?.Reference;

    /// <summary>The form of its text, for editors.</summary>
    public ShapeAttribute? Shape => Property.GetCustomAttribute<ShapeAttribute>();

    /// <summary>Why no other stack may have the same value; null if one may.</summary>
    public PerStackAttribute? PerStack => Property.GetCustomAttribute<PerStackAttribute>();

    /// <summary>The description of a default that is derived from other keys.</summary>
    public string? DerivedDefault => Property.GetCustomAttribute<DerivedDefaultAttribute>()?.Description;

    public static IReadOnlyList<ConfigMember> AllOf(Type block)
    {
        List<ConfigMember> members = [];
        foreach (var property in block.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            // Properties without a setter are computed; ignored ones are set after binding.
            if (property.CanWrite && !property.IsDefined(typeof(JsonIgnoreAttribute), inherit: false))
            {
                members.Add(new(property));
            }
        }

        return members;
    }

    public object? Get(object block) => Property.GetValue(block);

    public void Set(object block, object? value) => Property.SetValue(block, value);

    /// <summary>Sets a required key to an empty value; an optional key keeps its default.</summary>
    public void Clear(object block)
    {
        if (IsRequired && !IsNullable)
        {
            Set(block, Type.Empty());
        }
    }
}
