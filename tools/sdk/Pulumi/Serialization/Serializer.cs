using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>
/// Turns arguments, and what mocks return, into <see cref="SerializedValue"/>s. A pass never waits: it notes the outputs that
/// are still pending, and when those have completed the walk is simply done again.
/// </summary>
internal sealed class Serializer
{
    private static readonly ConcurrentDictionary<Type, FieldInfo[]> _fields = new();
    private readonly string _context;
    private readonly HashSet<Resource> _dependencies = [];
    private readonly List<Task> _pending = [];
    private bool _isKnown;
    private bool _isSecret;

    private Serializer(string context) => _context = context;

    /// <param name="source">Arguments, a dictionary or an instance of an output type.</param>
    /// <param name="context">Whose properties these are, for errors.</param>
    public static async ValueTask<SerializedObject> SerializeAsync(object source, string context)
    {
        while (true)
        {
            var pass = new Serializer(context);
            var properties = pass.SerializeProperties(source);
            if (pass._pending.Count == 0)
            {
                return new SerializedObject(properties, pass._dependencies);
            }

            foreach (var task in pass._pending)
            {
                await task.ConfigureAwait(false);
            }
        }
    }

    private Dictionary<string, SerializedValue> SerializeProperties(object source)
    {
        var members = MembersOf(source);
        var properties = new Dictionary<string, SerializedValue>(members.TryGetNonEnumeratedCount(out var count) ? count : 0);
        foreach (var member in members)
        {
            _isKnown = true;
            _isSecret = false;
            var value = Serialize(member.Value);
            properties[member.Key] = new SerializedValue(_isKnown ? value : null, _isKnown, _isSecret);
        }

        return properties;
    }

    private IEnumerable<KeyValuePair<string, object?>> MembersOf(object source) => source switch
    {
        InputArgs args => ValuesOf(args),
        IDictionary<string, object?> map => map,
        IDictionary map => EntriesOf(map),
        _ when source.GetType().IsDefined(typeof(OutputTypeAttribute)) => FieldsOf(source),
        _ => throw Unsupported(source),
    };

    private object? Serialize(object? value) => value switch
    {
        null or ValueTuple => null,
        string or bool or double or AssetOrArchive => value,
        int number => (double)number,
        IInput input => Serialize(input.Source),
        IOutput output => SerializeOutput(output),
        IUnion union => Serialize(union.Value),
        JsonInput json => Serialize(json.Value) is { } plain ? JsonText.Write(plain) : null,
        Resource resource => SerializeResource(resource),
        JsonElement element => SerializeJson(element),
        IList list => SerializeList(list),
        InputArgs or IDictionary => SerializeObject(MembersOf(value)),
        Task => throw new InvalidOperationException(
            $"Tasks are not allowed inside ResourceArgs. Please wrap your Task in an Output:\n\t{_context}"),
        Enum member when member.GetTypeCode() == TypeCode.Int32 => (double)(int)value,
        _ => SerializeMarked(value),
    };

    private object? SerializeOutput(IOutput output)
    {
        if (!output.Completion.IsCompleted)
        {
            _pending.Add(output.Completion);
            return null;
        }

        var data = output.Data;
        _dependencies.UnionWith(data.Resources);
        _isKnown &= data.IsKnown;
        _isSecret |= data.IsSecret;
        return data.IsKnown ? Serialize(data.Value) : null;
    }

    private Resource SerializeResource(Resource resource)
    {
        _dependencies.Add(resource);
        if (!resource.Properties.Registered.IsCompleted)
        {
            _pending.Add(resource.Properties.Registered);
        }

        return resource;
    }

    private ImmutableArray<object?> SerializeList(IList list)
    {
        var count = IsDefaultArray(list) ? 0 : list.Count;
        var items = ImmutableArray.CreateBuilder<object?>(count);
        for (var i = 0; i < count; i++)
        {
            items.Add(Serialize(list[i]));
        }

        return items.MoveToImmutable();
    }

    private ImmutableDictionary<string, object> SerializeObject(IEnumerable<KeyValuePair<string, object?>> members)
    {
        var result = ImmutableDictionary.CreateBuilder<string, object>();
        foreach (var member in members)
        {
            if (Serialize(member.Value) is { } value)
            {
                result[member.Key] = value;
            }
        }

        return result.ToImmutable();
    }

    private object? SerializeJson(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => SerializeList(element.EnumerateArray().ToList()),
        JsonValueKind.Object => SerializeObject(element.EnumerateObject()
            .Select(property => KeyValuePair.Create(property.Name, (object?)property.Value))),
        _ => null,
    };

    private object? SerializeMarked(object value)
    {
        var type = value.GetType();
        if (type.IsDefined(typeof(EnumTypeAttribute)))
        {
            return EnumTypes.GetValue(value);
        }

        return type.IsDefined(typeof(OutputTypeAttribute)) ? SerializeObject(FieldsOf(value)) : throw Unsupported(value);
    }

    private static Dictionary<string, object?> ValuesOf(InputArgs args)
    {
        var members = InputMembers.Of(args);
        var values = new Dictionary<string, object?>(members.Length);
        foreach (var member in members)
        {
            var value = member.GetValue(args);
            values.Add(member.Name, member.IsJson ? new JsonInput(value) : value);
        }

        return values;
    }

    private Dictionary<string, object?> EntriesOf(IDictionary map)
    {
        var entries = new Dictionary<string, object?>();
        foreach (DictionaryEntry entry in map)
        {
            var key = entry.Key as string
                ?? throw new InvalidOperationException($"Dictionaries are only supported with string keys:\n\t{_context}");
            entries.Add(key, entry.Value);
        }

        return entries;
    }

    private static IEnumerable<KeyValuePair<string, object?>> FieldsOf(object value) =>
        _fields.GetOrAdd(value.GetType(), static type => [.. type
            .GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(field => field.IsInitOnly)])
        .Select(field => KeyValuePair.Create(char.ToLowerInvariant(field.Name[0]) + field.Name[1..], field.GetValue(value)));

    private InvalidOperationException Unsupported(object value) =>
        new($"{value.GetType().FullName} is not a supported argument type.\n\t{_context}");

    private static bool IsDefaultArray(IList list) =>
        list is IStructuralEquatable && list.GetType().IsValueType && list.Equals(Activator.CreateInstance(list.GetType()));

    // Providers are configured with texts, so what is not one already travels as its JSON.
    private sealed class JsonInput(object? value)
    {
        public object? Value { get; } = value;
    }
}
