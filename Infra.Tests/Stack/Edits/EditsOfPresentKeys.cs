using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Configuration.Binding;
using Infra.Tests.Stack.Keys;

namespace Infra.Tests.Stack.Edits;

/// <summary>Removes each key that a stack file has, and removes, renames, changes and reorders the items of its lists and maps.</summary>
internal sealed class EditsOfPresentKeys
{
    private readonly JsonObject _stack;
    private readonly List<StackEdit> _edits = [];

    private EditsOfPresentKeys(JsonObject stack) => _stack = stack;

    public static IReadOnlyList<StackEdit> Of(JsonObject stack)
    {
        var edits = new EditsOfPresentKeys(stack);
        edits.AddBlock(ConfigType.Of(typeof(StackConfig)), stack, "", []);
        return edits._edits;
    }

    private void AddBlock(ConfigType type, JsonObject block, string pattern, IReadOnlyList<object> steps)
    {
        foreach (var member in type.Members.Where(member => block[member.Name] is not null))
        {
            var key = pattern.Length == 0 ? member.Name : $"{pattern}.{member.Name}";
            if (SandboxKeys.Contains(key))
            {
                continue;
            }

            Add(key, StackEdit.Removed, StackEdit.Added, steps, parent => parent.AsObject().Remove(member.Name));
            AddValue(member, member.Type, block[member.Name]!, key, [.. steps, member.Name]);
        }
    }

    private void AddValue(ConfigMember member, ConfigType type, JsonNode value, string key, IReadOnlyList<object> steps)
    {
        switch (value)
        {
            case JsonObject block when type.Kind is ConfigKind.Block:
                AddBlock(type, block, key, steps);
                break;
            case JsonObject map when type.Kind is ConfigKind.Map:
                AddEntries(member, type.Item!, map, key, steps);
                break;
            case JsonArray list when type.Kind is ConfigKind.List:
                AddItems(member, type.Item!, list, key, steps);
                break;
        }
    }

    private void AddEntries(ConfigMember member, ConfigType type, JsonObject map, string key, IReadOnlyList<object> steps)
    {
        foreach (var (name, entry) in map)
        {
            Add(key, StackEdit.ItemRemoved, StackEdit.ItemAdded, steps, node => node.AsObject().Remove(name));
            _edits.Add(new StackEdit(key, StackEdit.Renamed, StackEdit.Renamed, Renaming.Of(_stack, steps, name)));
            if (type.Kind is ConfigKind.Block)
            {
                AddBlock(type, entry!.AsObject(), $"{key}.*", [.. steps, name]);
            }
            else if (type.Kind is ConfigKind.Text)
            {
                Add(key, StackEdit.ItemChanged, StackEdit.ItemChanged, steps, node => node[name] = OtherText(member, entry!));
            }
        }

        if (map.Count > 1)
        {
            Add(key, StackEdit.Reordered, StackEdit.Reordered, steps, node => Reverse(node.AsObject()));
        }
    }

    private void AddItems(ConfigMember member, ConfigType type, JsonArray list, string key, IReadOnlyList<object> steps)
    {
        foreach (var (index, item) in list.Index())
        {
            Add(key, StackEdit.ItemRemoved, StackEdit.ItemAdded, steps, node => node.AsArray().RemoveAt(index));
            if (type.Kind is ConfigKind.Block)
            {
                AddBlock(type, item!.AsObject(), $"{key}[]", [.. steps, index]);
            }
            else
            {
                Add(key, StackEdit.ItemChanged, StackEdit.ItemChanged, steps, node => node[index] = SampleValues.Others(member, list)[0][0].DeepClone());
            }
        }

        if (list.Count > 1)
        {
            Add(key, StackEdit.Reordered, StackEdit.Reordered, steps, node => Reverse(node.AsArray()));
        }
    }

    private void Add(string key, string done, string undone, IReadOnlyList<object> steps, Action<JsonNode> change)
    {
        var wanted = _stack.DeepClone().AsObject();
        change(steps.Aggregate((JsonNode)wanted, (node, step) => (step is int index ? node[index] : node[(string)step])!));
        _edits.Add(new StackEdit(key, done, undone, wanted));
    }

    // The values of a map of choices are tried with all of them elsewhere; a text is another one.
    private static JsonNode OtherText(ConfigMember member, JsonNode entry) =>
        entry.GetValueKind() is JsonValueKind.String ? $"{entry.GetValue<string>()}-2" : SampleValues.First(member);

    private static void Reverse(JsonArray list)
    {
        var items = list.Reverse().ToList();
        list.Clear();
        items.ForEach(list.Add);
    }

    private static void Reverse(JsonObject map)
    {
        var entries = map.Reverse().ToList();
        map.Clear();
        entries.ForEach(map.Add);
    }
}
