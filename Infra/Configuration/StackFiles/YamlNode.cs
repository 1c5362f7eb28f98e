namespace Infra.Configuration.StackFiles;

/// <summary>A line and a column, both counted from 1.</summary>
internal readonly record struct Place(int Line, int Column);

/// <summary>A value in a YAML file, with aliases and merge keys resolved.</summary>
internal abstract record YamlNode(Place Place);

/// <param name="Place">Its first character.</param>
/// <param name="Text">Its characters, without quotes.</param>
/// <param name="IsPlain">Whether it stands without quotes, so that it can mean something else than text.</param>
internal sealed record YamlScalar(Place Place, string Text, bool IsPlain) : YamlNode(Place);

internal sealed record YamlList(Place Place, IReadOnlyList<YamlNode> Items) : YamlNode(Place);

internal sealed record YamlMap(Place Place, IReadOnlyList<YamlEntry> Entries) : YamlNode(Place)
{
    public YamlNode? Find(string name) => Entries.FirstOrDefault(entry => entry.Key.Text == name)?.Value;
}

internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);
