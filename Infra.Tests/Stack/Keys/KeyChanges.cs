using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Configuration.Binding;

namespace Infra.Tests.Stack.Keys;

/// <summary>One key of a stack set to another legal value.</summary>
/// <param name="Key">The key as the operator writes it, such as <c>service.scaling.steps.rush.queue</c>.</param>
/// <param name="Pattern">The same for all entries of a map or list: <c>service.scaling.steps.*.queue</c>.</param>
/// <param name="Block">The top-level key that changes.</param>
/// <param name="Values">The value, with others for where it is refused.</param>
/// <param name="IsDerived">Whether the values are all there are, one of which other keys make the default.</param>
/// <param name="IsPresent">Whether the stack sets the key.</param>
/// <param name="AddsItem">Whether the values have one more item than the list or map has now.</param>
internal sealed record KeyChange(
    string Key, string Pattern, string Block, IReadOnlyList<ChangedValue> Values, bool IsDerived, bool IsPresent, bool AddsItem);

/// <summary>A value for a key.</summary>
/// <param name="Value">The value.</param>
/// <param name="Json">What the top-level key has with it.</param>
internal sealed record ChangedValue(string Value, string Json);

/// <summary>Goes through every key that a stack has or could have, and sets each in turn.</summary>
internal sealed class KeyChanges
{
    private readonly JsonObject _stack;
    private readonly string _within;
    private readonly List<KeyChange> _changes = [];

    private KeyChanges(JsonObject stack, string within) => (_stack, _within) = (stack, within);

    public static IReadOnlyList<KeyChange> Of(JsonObject stack) => Within("", stack);

    /// <summary>The changes of what is in a block. It may have the only sample of a key already.</summary>
    public static IReadOnlyList<KeyChange> Within(string pattern, JsonObject stack)
    {
        var changes = new KeyChanges(stack, pattern);
        changes.AddBlock(ConfigType.Of(typeof(StackConfig)), stack, Activator.CreateInstance<StackConfig>(), new Place([], "", ""));
        return changes._changes;
    }

    private void AddBlock(ConfigType type, JsonObject? block, object? defaults, Place place)
    {
        foreach (var member in type.Members)
        {
            var byDefault = defaults is null ? null : member.Get(defaults);
            AddKey(member, block?[member.Name], byDefault, place.Member(member.Name, member.Name));
        }
    }

    private void AddKey(ConfigMember member, JsonNode? value, object? byDefault, Place place)
    {
        if (SandboxKeys.Contains(place.Pattern))
        {
            return;
        }

        if (_within.Length > 0 && !ConfigKey.IsWithin(place.Pattern, _within) && !ConfigKey.IsWithin(_within, place.Pattern))
        {
            return;
        }

        switch (member.Type.Kind)
        {
            case ConfigKind.Block when value is null && byDefault is null:
                Add(place, Others(member, now: null), isPresent: false);
                break;
            case ConfigKind.Block:
                AddBlock(member.Type, value?.AsObject(), byDefault ?? member.Type.NewBlock(), place);
                break;
            case ConfigKind.List:
                var list = value ?? JsonSerializer.SerializeToNode(byDefault ?? Array.Empty<object>())!;
                Add(place, Others(member, list), value is not null, item => With(item, list));
                AddItems(member.Type.Item!, value?.AsArray(), place);
                break;
            case ConfigKind.Map:
                Add(place, Others(member, value), value is not null, entries => Merged(entries, value));
                AddEntries(member.Type.Item!, value?.AsObject(), place);
                break;
            default:
                Add(place, Others(member, value ?? Json(member, byDefault)), value is not null, isDerived: SampleValues.IsDerived(member));
                break;
        }
    }

    private IReadOnlyList<IReadOnlyList<JsonNode>> Others(ConfigMember member, JsonNode? now) =>
        _within.Length == 0 ? SampleValues.Others(member, now) : SampleValues.OthersIfAny(member, now);

    private void AddItems(ConfigType type, JsonArray? items, Place place)
    {
        foreach (var (index, item) in (type.Kind is ConfigKind.Block ? items ?? [] : []).Index())
        {
            AddBlock(type, item!.AsObject(), type.NewBlock(), place.Item(index));
        }
    }

    private void AddEntries(ConfigType type, JsonObject? entries, Place place)
    {
        foreach (var (name, entry) in (type.Kind is ConfigKind.Block ? entries ?? [] : []))
        {
            AddBlock(type, entry!.AsObject(), type.NewBlock(), place.Member(name, "*"));
        }
    }

    private void Add(
        Place place, IReadOnlyList<IReadOnlyList<JsonNode>> values, bool isPresent, Func<JsonNode, JsonNode>? whole = null, bool isDerived = false)
    {
        var top = (string)place.Steps[0];
        foreach (var alternatives in values)
        {
            var changed = alternatives.Select(value => Change(whole?.Invoke(value) ?? value));
            _changes.Add(new KeyChange(place.Key, place.Pattern, top, [.. changed], isDerived, isPresent, whole is not null));
        }

        ChangedValue Change(JsonNode value) => new(
            value.ToJsonString(),
            StackTree.Text(place.Steps.Count == 1 ? value : Changed(_stack[top], ConfigType.Of(typeof(StackConfig)), place.Steps, value)));
    }

    // A block that is not there yet needs the keys it must have too.
    private static JsonNode Changed(JsonNode? present, ConfigType stack, IReadOnlyList<object> steps, JsonNode value)
    {
        var type = stack.Members.First(member => member.Name == (string)steps[0]).Type;
        var root = present?.DeepClone() ?? SampleValues.Block(type);
        var node = root;
        foreach (var step in steps.Skip(1).SkipLast(1))
        {
            type = step is string name && type.Kind is ConfigKind.Block ? type.Members.First(member => member.Name == name).Type : type.Item!;
            node = step is int index ? node[index]! : node[(string)step] ??= SampleValues.Block(type);
        }

        node[(string)steps[^1]] = value.DeepClone();
        return root;
    }

    private static JsonArray With(JsonNode item, JsonNode list)
    {
        var items = list.DeepClone().AsArray();
        items.Add(item.DeepClone());
        return items;
    }

    private static JsonObject Merged(JsonNode entries, JsonNode? map)
    {
        var merged = map?.DeepClone().AsObject() ?? [];
        foreach (var (name, entry) in entries.AsObject())
        {
            merged[name] = entry?.DeepClone();
        }

        return merged;
    }

    private static JsonNode? Json(ConfigMember member, object? byDefault) => byDefault is Enum choice
        ? JsonValue.Create(member.Type.SpellingOf(choice))
        : JsonSerializer.SerializeToNode(byDefault);

    private sealed record Place(IReadOnlyList<object> Steps, string Key, string Pattern)
    {
        public Place Member(string name, string shown) => new(
            [.. Steps, name], Key.Length == 0 ? name : ConfigKey.Member(Key, name), Pattern.Length == 0 ? shown : $"{Pattern}.{shown}");

        public Place Item(int index) => new([.. Steps, index], ConfigKey.Item(Key, index), $"{Pattern}[]");
    }
}
