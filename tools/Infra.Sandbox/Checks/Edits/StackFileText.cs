using System.Collections.Immutable;
using Infra.Configuration.StackFiles;

namespace Infra.Sandbox.Checks.Edits;

/// <summary>The lines of a stack file that change.</summary>
/// <param name="Line">The number of the first line, from 1; where lines are only added, of the one that they are added before.</param>
/// <param name="Old">The lines that go.</param>
/// <param name="New">The lines that come.</param>
internal sealed record LineEdit(int Line, ImmutableArray<string> Old, ImmutableArray<string> New);

/// <summary>The text of a stack file, in which keys have lines, and can be edited without touching comments and layout.</summary>
internal sealed class StackFileText
{
    private readonly string[] _lines;
    private readonly YamlMap _config;
    private readonly int _start;
    private readonly string _name;
    private readonly string _project;

    /// <param name="name">The name of the file.</param>
    /// <param name="text">Its content.</param>
    /// <param name="project">The name of the project, with which keys begin.</param>
    public StackFileText(string name, string text, string project)
    {
        (_name, _project) = (name, project);
        _lines = text.ReplaceLineEndings("\n").Split('\n');
        var config = new YamlFile(name, text).Root.Entries.FirstOrDefault(entry => entry.Key.Text == "config");
        (_start, _config) = (config?.Key.Position.Line ?? 1, config?.Value as YamlMap ?? new YamlMap(default, []));
    }

    private string Text => string.Join('\n', _lines);

    /// <summary>The line of a key, or else of the innermost block around it that the file has: <c>config</c> for a missing top-level key.</summary>
    public int LineOf(string key)
    {
        var line = _start;
        YamlNode node = _config;
        foreach (var segment in KeySegments.Of(key))
        {
            if (Step(node, segment) is not var (start, value))
            {
                break;
            }

            (line, node) = (start.Line, value);
        }

        return line;
    }

    /// <summary>The change of an edit; null if it is not one of few lines.</summary>
    public LineEdit? Plan(KeyEdit edit)
    {
        var segments = KeySegments.Of(edit.Key);
        YamlNode parent = _config;
        foreach (var (depth, segment) in segments.Index())
        {
            var isLast = depth == segments.Count - 1;
            if (Step(parent, segment) is not var (start, value))
            {
                return edit.Value is null ? null : Insert(parent, [.. segments.Skip(depth)], edit.Value);
            }

            if (isLast)
            {
                return edit.Value is null ? Remove(start) : Replace(value, edit.Value);
            }

            parent = value;
        }

        return null;
    }

    /// <summary>The text after edits, one after the other.</summary>
    public string With(IEnumerable<KeyEdit> edits)
    {
        var file = this;
        foreach (var edit in edits)
        {
            if (file.Plan(edit) is { } change)
            {
                file = new StackFileText(_name, file.With(change), _project);
            }
        }

        return file.Text;
    }

    private string With(LineEdit change) =>
        string.Join('\n', [.. _lines[..(change.Line - 1)], .. change.New, .. _lines[(change.Line - 1 + change.Old.Length)..]]);

    private (Position Start, YamlNode Value)? Step(YamlNode node, KeySegment segment) => node switch
    {
        YamlMap map when map.Entries.FirstOrDefault(entry => IsNamed(entry.Key.Text, segment.Name, ReferenceEquals(map, _config))) is { } entry =>
            (entry.Key.Position, entry.Value),
        YamlList list when segment.Name is null && segment.Index < list.Items.Count => (list.Items[segment.Index].Position, list.Items[segment.Index]),
        _ => null,
    };

    // A top-level key of the project may be written without its namespace, or as app:config:name.
    private bool IsNamed(string written, string? name, bool isTop) => written == name
        || (isTop && (($"{_project}:{written}" == name && !written.Contains(':', StringComparison.Ordinal))
            || written.Replace(":config:", ":", StringComparison.Ordinal) == name));

    private LineEdit? Replace(YamlNode value, string text)
    {
        var (line, column) = (_lines[value.Position.Line - 1], value.Position.Column - 1);
        return YamlToken.LengthAt(line, column, value) is { } length
            ? new LineEdit(value.Position.Line, [line], [$"{line[..column]}{text}{line[(column + length)..]}"])
            : null;
    }

    private LineEdit? Remove(Position start)
    {
        var line = _lines[start.Line - 1];
        // Within braces other entries share the line.
        return line[..(start.Column - 1)].Trim() is "" or "-"
            ? new LineEdit(start.Line, [.. _lines[(start.Line - 1)..EndOfBlock(start)]], [])
            : null;
    }

    private LineEdit? Insert(YamlNode parent, ImmutableArray<KeySegment> path, string value) => parent switch
    {
        YamlMap { Entries: [] } => InsertInEmpty(parent, path, value),
        YamlMap map when IsFlow(map) => InsertInFlow(map, path, value),
        YamlMap map => InsertInBlock(map, path, value),
        _ => null,
    };

    private LineEdit InsertInBlock(YamlMap map, ImmutableArray<KeySegment> path, string value)
    {
        var after = EndOfBlock(map.Entries[^1].Key.Position);
        return new LineEdit(after + 1, [], Lines(path, value, map.Entries[0].Key.Position.Column - 1));
    }

    private LineEdit? InsertInFlow(YamlMap map, ImmutableArray<KeySegment> path, string value)
    {
        var line = _lines[map.Position.Line - 1];
        var column = map.Position.Column - 1;
        if (YamlToken.LengthAt(line, column, map) is not { } length)
        {
            return null;
        }

        var end = column + length - 1;
        return new LineEdit(map.Position.Line, [line], [$"{line[..end].TrimEnd()}, {Flow(path, value)} {line[end..]}"]);
    }

    private LineEdit? InsertInEmpty(YamlNode empty, ImmutableArray<KeySegment> path, string value)
    {
        if (empty.Position.Line == 0)
        {
            return null;
        }

        var (line, column) = (_lines[empty.Position.Line - 1], empty.Position.Column - 1);
        return YamlToken.LengthAt(line, column, empty) is { } length
            ? new LineEdit(empty.Position.Line, [line], [$"{line[..column]}{{ {Flow(path, value)} }}{line[(column + length)..]}"])
            : null;
    }

    // Blocks of YAML are indented by two.
    private static ImmutableArray<string> Lines(ImmutableArray<KeySegment> path, string value, int indent) =>
    [
        .. path.Select((segment, depth) => $"{new string(' ', indent + (2 * depth))}{segment.Name}:{(depth == path.Length - 1 ? $" {value}" : "")}"),
    ];

    private static string Flow(ImmutableArray<KeySegment> path, string value) => path is [var only]
        ? $"{only.Name}: {value}"
        : $"{path[0].Name}: {{ {Flow(path[1..], value)} }}";

    private bool IsFlow(YamlMap map) => _lines[map.Position.Line - 1].AsSpan(map.Position.Column - 1).StartsWith("{");

    /// <summary>The number of the last line of the block that starts at a key. Comments and blank lines after it belong to what follows.</summary>
    private int EndOfBlock(Position start)
    {
        var end = start.Line;
        for (var line = start.Line; line < _lines.Length; line++)
        {
            var text = _lines[line];
            var indent = text.Length - text.TrimStart().Length;
            if (text.AsSpan().Trim() is [] or ['#', ..])
            {
                continue;
            }

            if (indent < start.Column)
            {
                break;
            }

            end = line + 1;
        }

        return end;
    }
}
