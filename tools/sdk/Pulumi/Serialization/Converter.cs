using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>
/// Turns serialized values into the types of output properties. Providers are not trusted to return what their schema says: a
/// value of the wrong type, at any depth, becomes the default of the type.
/// </summary>
internal abstract partial class Converter
{
    private static readonly ConcurrentDictionary<Type, Converter> _converters = new();

    public static T Convert<T>(object? value) =>
        value is T exact ? exact : For(typeof(T)).ConvertOrNull(value) is T converted ? converted : default!;

    protected abstract bool TryConvert(object value, out object? result);

    private static Converter For(Type type) => _converters.GetOrAdd(type, Create);

    private object? ConvertOrNull(object? value) => value is not null && TryConvert(value, out var result) ? result : null;

    private static Converter Create(Type type)
    {
        if (type == typeof(int))
        {
            return new Int32Converter();
        }

        if (type.IsEnum || type.IsDefined(typeof(EnumTypeAttribute), false))
        {
            return new EnumConverter(type);
        }

        if (type.IsDefined(typeof(OutputTypeAttribute), false))
        {
            return new ObjectConverter(type);
        }

        return type.IsConstructedGenericType ? CreateGeneric(type) : new ExactConverter(type);
    }

    private static Converter CreateGeneric(Type type)
    {
        var definition = type.GetGenericTypeDefinition();
        if (definition == typeof(Nullable<>))
        {
            return For(type.GenericTypeArguments[0]);
        }

        var converter =
            definition == typeof(ImmutableArray<>) ? typeof(ArrayConverter<>)
            : definition == typeof(ImmutableDictionary<,>) ? typeof(DictionaryConverter<,>)
            : definition == typeof(Union<,>) ? typeof(UnionConverter<,>)
            : throw new InvalidOperationException($"{type.FullName} cannot be the type of an output.");
        return (Converter)Activator.CreateInstance(converter.MakeGenericType(type.GenericTypeArguments))!;
    }
}
