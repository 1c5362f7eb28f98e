using System.Text.Json;

namespace Infra.Configuration.Binding;

/// <summary>Converts JSON values to the types of properties. A null result means that a problem was reported.</summary>
/// <param name="problems">Collects the problems.</param>
/// <param name="root">The type of the whole configuration, to find the block that an unknown key belongs in.</param>
internal sealed class ValueReader(ConfigProblems problems, ConfigType? root = null)
{
    public ConfigType? Root => root;

    public ConfigProblems Problems => problems;

    public object? Read(string key, JsonElement element, ConfigType type, Constraints constraints)
    {
        if (element.ValueKind is JsonValueKind.Null)
        {
            problems.Add(key, ProblemText.NoItem(type));
            return null;
        }

        return type.Kind switch
        {
            ConfigKind.Block => ReadBlock(key, element, type),
            ConfigKind.List => ReadList(key, element, type, constraints),
            ConfigKind.Map => ReadMap(key, element, type, constraints),
            _ => ReadScalar(key, element, type, constraints),
        };
    }

    private object? ReadBlock(string key, JsonElement element, ConfigType type)
    {
        if (element.ValueKind is not JsonValueKind.Object)
        {
            return Reject(key, element, ProblemText.WrongType(type, Constraints.None));
        }

        var block = new BlockReader(this, type, name => ConfigKey.Member(key, name));
        foreach (var property in element.EnumerateObject())
        {
            var value = property.Value;
            block.Read(property.Name, _ => value);
        }

        block.Finish([]);
        return block.Result;
    }

    private Array? ReadList(string key, JsonElement element, ConfigType type, Constraints constraints)
    {
        if (element.ValueKind is not JsonValueKind.Array)
        {
            Reject(key, element, ProblemText.WrongType(type, constraints));
            return null;
        }

        var list = type.NewList(element.GetArrayLength());
        ReportCount(key, list.Length, type, constraints);
        var ofItems = constraints.ForItems;
        var index = 0;
        HashSet<object> seen = [];
        foreach (var item in element.EnumerateArray())
        {
            var itemKey = ConfigKey.Item(key, index);
            var value = Read(itemKey, item, type.Item!, ofItems);
            if (value is not null && constraints.AreItemsUnique && !seen.Add(value))
            {
                Reject(itemKey, item, "is listed twice; remove one");
            }

            list.SetValue(value ?? type.Item!.Empty(), index++);
        }

        return list;
    }

    private object? ReadMap(string key, JsonElement element, ConfigType type, Constraints constraints)
    {
        if (element.ValueKind is not JsonValueKind.Object)
        {
            return Reject(key, element, ProblemText.WrongType(type, constraints));
        }

        var map = type.NewMap();
        var ofItems = constraints.ForItems;
        foreach (var entry in element.EnumerateObject())
        {
            var entryKey = ConfigKey.Member(key, entry.Name);
            if (constraints.ProblemOfName(entry.Name) is { } problem)
            {
                problems.Add(entryKey, problem);
            }

            if (map.Contains(entry.Name))
            {
                problems.Add(entryKey, "is set twice; keep one");
            }

            map[entry.Name] = Read(entryKey, entry.Value, type.Item!, ofItems) ?? type.Item!.Empty();
        }

        ReportCount(key, map.Count, type, constraints);
        return map;
    }

    private object? ReadScalar(string key, JsonElement element, ConfigType type, Constraints constraints)
    {
        var maySuggest = !problems.IsSecret(key);
        var value = ScalarReader.Read(element, type);
        var problem = UnquotedText.Changed(element, type, problems.Spellings.Find(key))
            ?? (value is null ? ScalarReader.ProblemOf(element, type, constraints, maySuggest) : constraints.ProblemOf(value, maySuggest))
            ?? (problems.Spellings.Knows(key) ? null : UnquotedText.Uncertain(element, type));
        return problem is null ? value : Reject(key, element, problem);
    }

    private void ReportCount(string key, int count, ConfigType type, Constraints constraints)
    {
        if (constraints.ProblemOfCount(count, type.Kind) is { } problem)
        {
            problems.Add(key, problem);
        }
    }

    private object? Reject(string key, JsonElement element, string problem)
    {
        problems.Add(key, $"{problems.Show(key, element)} {problem}");
        return null;
    }
}
