namespace Infra.Configuration.StackFiles;

/// <summary>Gathers the entries of one mapping: each key once, and those of merge keys (<c>&lt;&lt;</c>) where the mapping has none of its own.</summary>
internal sealed class YamlMapEntries(YamlMistakes mistakes)
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
            mistakes.Add(key.Place, "a key must be a text; put it in quotes");
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
                mistakes.Add(node.Place, "<< merges blocks only; give it an alias of a block, such as *defaults");
            }
        }

        return [.. _own.Values];
    }

    private void Add(YamlScalar name, YamlNode value)
    {
        if (name.IsPlain && PassedScalar.Of(name.Text) is { } passed && passed.Text != name.Text)
        {
            mistakes.Add(name.Place, $"{name.Text} is not text in YAML and arrives as {passed.Text}; put the key in quotes: \"{name.Text}\"");
        }
        else if (_own.GetValueOrDefault(name.Text) is { } first)
        {
            mistakes.Add(name.Place, $"{name.Text} is set twice, in line {first.Key.Place.Line} too; keep one");
        }
        else
        {
            _own[name.Text] = new YamlEntry(name, value);
        }
    }
}
