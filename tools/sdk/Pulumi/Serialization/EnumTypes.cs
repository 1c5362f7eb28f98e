using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Structs marked with <see cref="EnumTypeAttribute"/>: a provider's constant in a type of its own.</summary>
internal static class EnumTypes
{
    private static readonly ConcurrentDictionary<Type, FieldInfo> _fields = new();

    /// <summary>Makes a value of the enum type, or gives null if the constant is not of the kind that it wraps.</summary>
    public static object? Create(Type type, object value)
    {
        const BindingFlags Constructors = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        return type.GetConstructor(Constructors, [value.GetType()])?.Invoke([value]);
    }

    // The one field is read instead of calling the conversion operator, which would be compiled for every enum type.
    public static object? GetValue(object value) => _fields.GetOrAdd(value.GetType(), static type =>
        type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic) is [var field]
            ? field
            : throw new InvalidOperationException($"{type.FullName} is an [EnumType] and must hold exactly one value."))
        .GetValue(value);
}
