namespace Infra.Configuration.StackFiles;

/// <summary>Collects the entries of a map: each key once, and merged entries (<c>&lt;&lt;</c>) for keys that the map does not set itself.</summary>
internal sealed class YamlMapEntries(YamlProblems problems)
{
    private const string MergeKey = "<<";

    private readonly Dictionary<string, YamlEntry> _own = [];
    private readonly List<YamlNode> _merged = [];

    public void Add(YamlNode key, YamlNode value)
    {
        if (key is YamlScalar { Text: MergeKey, IsPlain: true })
        {
            _merged.Add(value);
        }
        else if (key is not YamlScalar { Text.Length: > 0 } name)
        {
            problems.Add(key.Position, "a key must be text; put it in quotes");
        }
        else
        {
            Add(name, value);
        }
    }

    public IReadOnlyList<YamlEntry> WithMerged()
    {
        foreach (var node in _merged.SelectMany(merged => merged is YamlList list ? list.Items : [merged]))
        {
            if (node is YamlMap map)
            {
                map.Entries.ToList().ForEach(entry => _own.TryAdd(entry.Key.Text, entry));
            }
            else
            {
                problems.Add(node.Position, "<< merges blocks only; use an alias of a block, such as *defaults");
            }
        }

        return [.. _own.Values];
    }

    private void Add(YamlScalar name, YamlNode value)
    {
        if (name.IsPlain && CliScalar.Of(name.Text) is { } passed && passed.Text != name.Text)
        {
            problems.Add(name.Position, $"{name.Text} is read as {passed.Text}; put the key in quotes: \"{name.Text}\"");
        }
        else if (_own.GetValueOrDefault(name.Text) is { } first)
        {
            problems.Add(name.Position, $"{name.Text} is already set in line {first.Key.Position.Line}; keep one");
        }
        else
        {
            _own[name.Text] = new YamlEntry(name, value);
        }
    }
}
