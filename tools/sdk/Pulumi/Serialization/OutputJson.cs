using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulumi.Serialization;

/// <summary>Lets System.Text.Json see through outputs and inputs.</summary>
internal static class OutputJson
{
    private static readonly ConditionalWeakTable<JsonSerializerOptions, JsonSerializerOptions> _extended = [];

    // Options carry System.Text.Json's knowledge of all types it has seen, so each are extended once and kept.
    public static JsonSerializerOptions With(JsonSerializerOptions? options) =>
        _extended.GetValue(options ?? JsonSerializerOptions.Default, static original =>
        {
            var extended = new JsonSerializerOptions(original);
            extended.Converters.Add(new Factory());
            return extended;
        });

    /// <summary>
    /// One attempt to write a value. Converters cannot wait, so one that meets a pending output notes it and writes null; when
    /// the noted ones have completed, the value is written again.
    /// </summary>
    public sealed class Pass
    {
        [ThreadStatic]
        private static Pass? _current;

        public static Pass Current => _current!;

        public List<Task> Pending { get; } = [];

        public bool IsKnown { get; set; } = true;

        public bool IsSecret { get; set; }

        public ImmutableHashSet<Resource> Resources { get; set; } = OutputData.NoResources;

        public string Serialize<T>(T value, JsonSerializerOptions options)
        {
            var outer = _current;
            _current = this;
            try
            {
                return JsonSerializer.Serialize(value, options);
            }
            finally
            {
                _current = outer;
            }
        }

        public object? Read(IOutput output)
        {
            if (!output.Completion.IsCompleted)
            {
                Pending.Add(output.Completion);
                return null;
            }

            var data = output.Data;
            IsKnown &= data.IsKnown;
            IsSecret |= data.IsSecret;
            Resources = OutputData.Union(Resources, data.Resources);
            return data.IsKnown ? data.Value : null;
        }
    }

    private sealed class Factory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) =>
            typeToConvert.IsAssignableTo(typeof(IOutput)) || typeToConvert.IsAssignableTo(typeof(IInput));

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
        {
            var root = typeToConvert;
            while (root.BaseType != typeof(object))
            {
                root = root.BaseType!;
            }

            var element = root.GenericTypeArguments[0];
            return (JsonConverter)Activator.CreateInstance(typeof(Wrapper<,>).MakeGenericType(typeToConvert, element))!;
        }
    }

    private sealed class Wrapper<TWrapper, T> : JsonConverter<TWrapper>
    {
        public override void Write(Utf8JsonWriter writer, TWrapper value, JsonSerializerOptions options)
        {
            var output = value as IOutput ?? ((IInput)value!).Output;
            if (Pass.Current.Read(output) is T known)
            {
                JsonSerializer.Serialize(writer, known, options);
            }
            else
            {
                writer.WriteNullValue();
            }
        }

        public override TWrapper? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var output = Output.Create(JsonSerializer.Deserialize<T>(ref reader, options)!);
            return output is TWrapper wrapper ? wrapper : (TWrapper)(object)(Input<T>)output;
        }
    }
}
