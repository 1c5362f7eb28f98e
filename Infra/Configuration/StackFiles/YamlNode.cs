namespace Infra.Configuration.StackFiles;

/// <summary>A line and a column, both from 1.</summary>
internal readonly record struct Position(int Line, int Column);

/// <summary>A value in a YAML file, with aliases and merge keys resolved.</summary>
internal abstract record YamlNode(Position Position);

/// <param name="Position">The position of its first character.</param>
/// <param name="Text">Its text, without quotes.</param>
/// <param name="IsPlain">Whether it is unquoted, and so may be something other than text.</param>
internal sealed record YamlScalar(Position Position, string Text, bool IsPlain) : YamlNode(Position);

internal sealed record YamlList(Position Position, IReadOnlyList<YamlNode> Items) : YamlNode(Position);

internal sealed record YamlMap(Position Position, IReadOnlyList<YamlEntry> Entries) : YamlNode(Position)
{
    public YamlNode? Find(string name) => Entries.FirstOrDefault(entry => entry.Key.Text == name)?.Value;
}

internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);
