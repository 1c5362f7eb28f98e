using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Serialization;

internal abstract partial class Converter
{
    private sealed class ExactConverter(Type type) : Converter
    {
        protected override bool TryConvert(object value, out object? result)
        {
            result = value;
            return type.IsInstanceOfType(value);
        }
    }

    private sealed class Int32Converter : Converter
    {
        protected override bool TryConvert(object value, out object? result)
        {
            result = value is double number ? (int)number : null;
            return result is not null;
        }
    }

    private sealed class EnumConverter(Type type) : Converter
    {
        protected override bool TryConvert(object value, out object? result)
        {
            result = !type.IsEnum ? EnumTypes.Create(type, value) : value is double number ? Enum.ToObject(type, (int)number) : null;
            return result is not null;
        }
    }

    private sealed class UnionConverter<T0, T1> : Converter
    {
        protected override bool TryConvert(object value, out object? result)
        {
            result = For(typeof(T0)).TryConvert(value, out var first) ? Union<T0, T1>.FromT0((T0)first!)
                : For(typeof(T1)).TryConvert(value, out var second) ? Union<T0, T1>.FromT1((T1)second!)
                : null;
            return result is not null;
        }
    }

    private sealed class ArrayConverter<T> : Converter
    {
        protected override bool TryConvert(object value, out object? result)
        {
            result = value is ImmutableArray<object?> items ? ImmutableArray.CreateRange(items, Convert<T>) : null;
            return result is not null;
        }
    }

    // The type of the keys is a parameter only because it is one of ImmutableDictionary; providers send texts.
    private sealed class DictionaryConverter<TKey, TValue> : Converter
        where TKey : notnull
    {
        protected override bool TryConvert(object value, out object? result)
        {
            result = (value as ImmutableDictionary<string, object>)?
                .Where(entry => !IsInternal(entry.Key))
                .ToImmutableDictionary(entry => (TKey)(object)entry.Key, entry => Convert<TValue>(entry.Value));
            return result is not null;
        }

        // Bridged providers keep their own notes under such names.
        private static bool IsInternal(string key) => key.StartsWith("__", StringComparison.Ordinal);
    }

    private sealed class ObjectConverter : Converter
    {
        private readonly ConstructorInfo _constructor;
        private readonly (string Name, Type Type)[] _parameters;

        public ObjectConverter(Type type)
        {
            var constructors = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
            _constructor = constructors.FirstOrDefault(item => item.IsDefined(typeof(OutputConstructorAttribute)))
                ?? throw new InvalidOperationException($"{type.FullName} has no constructor marked with [OutputConstructor].");
            _parameters = Array.ConvertAll(_constructor.GetParameters(), parameter =>
                (parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name!,
                    parameter.ParameterType));
        }

        protected override bool TryConvert(object value, out object? result)
        {
            result = null;
            if (value is not ImmutableDictionary<string, object> entries)
            {
                return false;
            }

            // The constructor receives null as the default of the parameter's type.
            var arguments = Array.ConvertAll(_parameters, parameter =>
                For(parameter.Type).ConvertOrNull(entries.GetValueOrDefault(parameter.Name)));
            result = _constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, arguments, null);
            return true;
        }
    }
}
