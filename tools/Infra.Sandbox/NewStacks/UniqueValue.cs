using Infra.Configuration.Binding;
using Infra.Configuration.StackFiles;
using Infra.Stack;

namespace Infra.Sandbox.NewStacks;

/// <summary>A value of a stack file that two stacks cannot share.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Member">The key in the records; that of the list for an item.</param>
/// <param name="Value">The value.</param>
/// <param name="Block">The block that contains the key.</param>
/// <param name="IsWritten">Whether the file sets the key; otherwise the value is the default.</param>
internal sealed record UniqueValue(string Key, ConfigMember Member, string Value, string Block, bool IsWritten)
{
    public PerStackAttribute Rule => Member.PerStack!;
}

/// <summary>Finds the values of a stack file that two stacks cannot share, in the order of the records.</summary>
/// <param name="project">The name of the project.</param>
/// <param name="config">The values of the file by full key.</param>
internal sealed class UniqueValues(string project, IReadOnlyDictionary<string, YamlNode> config)
{
    private readonly List<UniqueValue> _found = [];

    public static IReadOnlyList<UniqueValue> In(string project, IReadOnlyDictionary<string, YamlNode> config)
    {
        var values = new UniqueValues(project, config);
        foreach (var member in ConfigType.Of(typeof(StackConfig)).Members)
        {
            if (config.TryGetValue($"{project}:{member.Name}", out var node))
            {
                values.AddIn($"{project}:{member.Name}", member.Type, node);
            }
        }

        return values._found;
    }

    private void AddIn(string key, ConfigType type, YamlNode node)
    {
        switch (type.Kind, node)
        {
            case (ConfigKind.Block, YamlMap block):
                AddBlock(key, type, block);
                break;
            case (ConfigKind.List, YamlList list) when type.Leaf.Kind is ConfigKind.Block:
                foreach (var (index, item) in list.Items.Index())
                {
                    AddIn(ConfigKey.Item(key, index), type.Item!, item);
                }

                break;
            case (ConfigKind.Map, YamlMap map) when type.Leaf.Kind is ConfigKind.Block:
                foreach (var (name, item) in map.Entries)
                {
                    AddIn(ConfigKey.Member(key, name.Text), type.Item!, item);
                }

                break;
        }
    }

    private void AddBlock(string key, ConfigType type, YamlMap block)
    {
        foreach (var member in type.Members)
        {
            var memberKey = ConfigKey.Member(key, member.Name);
            var node = block.Find(member.Name);
            if (IsUnique(member))
            {
                AddUnique(memberKey, member, key, node, type);
            }
            else if (node is not null)
            {
                AddIn(memberKey, member.Type, node);
            }
        }
    }

    private bool IsUnique(ConfigMember member) => member.PerStack is { } rule
        && (rule.SharedBy is null || config.ContainsKey($"{project}:{rule.SharedBy}"))
        && (rule.Unless is null || !IsOn(rule.Unless));

    private bool IsOn(string key) => key.Split('.') is [var block, var name]
        && config.GetValueOrDefault($"{project}:{block}") is YamlMap map
        && map.Find(name) is YamlScalar { Text: "true" };

    private void AddUnique(string key, ConfigMember member, string block, YamlNode? node, ConfigType type)
    {
        if (node is YamlScalar scalar)
        {
            _found.Add(new UniqueValue(key, member, scalar.Text, block, IsWritten: true));
        }
        else if (node is YamlList list)
        {
            _found.AddRange(list.Items.Index().Where(item => item.Item is YamlScalar)
                .Select(item => new UniqueValue(ConfigKey.Item(key, item.Index), member, ((YamlScalar)item.Item).Text, block, IsWritten: true)));
        }
        else if (node is null && member.Get(type.NewBlock()) is string value)
        {
            _found.Add(new UniqueValue(key, member, value, block, IsWritten: false));
        }
    }
}
