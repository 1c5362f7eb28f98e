using Infra.Configuration.Binding;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Infra.Sandbox.NewStacks;

/// <summary>Edits values in the text of a stack file, so that its comments and its layout stay.</summary>
internal sealed class StackFileEditor
{
    private const string ConfigKeyword = "config";

    private readonly string _text;
    private readonly IParser _parser;
    private readonly Func<string, string> _fullKey;
    private readonly Dictionary<string, Span> _scalars = [];
    private readonly Dictionary<string, Opening> _maps = [];
    private readonly Dictionary<string, Span> _entries = [];
    private readonly List<Edit> _edits = [];
    private int _end;

    /// <param name="text">A stack file that the program can read.</param>
    /// <param name="fullKey">The full key of a key below <c>config</c>.</param>
    public StackFileEditor(string text, Func<string, string> fullKey)
    {
        (_text, _fullKey) = (text, fullKey);
        _parser = new Parser(new StringReader(text));
        _parser.Consume<StreamStart>();
        if (_parser.TryConsume<DocumentStart>(out _) && _parser.TryConsume<MappingStart>(out _))
        {
            ReadEntries(key => key == ConfigKeyword ? key : $"/{key}", ReadTopLevel);
        }
    }

    /// <summary>Whether the file has the value itself, and not by an alias.</summary>
    public bool Has(string key) => _scalars.ContainsKey(key);

    /// <summary>The text of a value as it is written; null if the file does not have it.</summary>
    public string? Find(string key) => _scalars.TryGetValue(key, out var span) ? _text[span.Start..span.End] : null;

    /// <summary>Whether the value is in quotes.</summary>
    public bool IsQuoted(string key) => _text[_scalars[key].Start] is '"' or '\'';

    /// <summary>Replaces the value of a key.</summary>
    public void Set(string key, string yaml) => _edits.Add(new Edit(_scalars[key], yaml));

    /// <summary>Adds a key in front of the other keys of a block.</summary>
    public void AddFirst(string block, string name, string yaml)
    {
        var opening = _maps[block];
        var separator = opening.IsFlow ? ", " : "\n" + new string(' ', opening.Column);
        _edits.Add(new Edit(new Span(opening.FirstKey, opening.FirstKey), $"{name}: {yaml}{separator}"));
    }

    /// <summary>Removes a key below <c>config</c>, or a key at the top with a slash in front, with its lines.</summary>
    public void Remove(string key)
    {
        if (_entries.TryGetValue(key, out var entry))
        {
            var start = _text.LastIndexOf('\n', Math.Max(entry.Start - 1, 0)) + 1;
            var end = _text.IndexOf('\n', Math.Max(entry.End - 1, 0));
            _edits.Add(new Edit(new Span(entry.Start == 0 ? 0 : start, end < 0 ? _text.Length : end + 1), ""));
        }
    }

    /// <summary>The text with all edits.</summary>
    public override string ToString()
    {
        var text = _text;
        foreach (var (span, replacement) in _edits.OrderByDescending(edit => edit.Place.Start))
        {
            text = text[..span.Start] + replacement + text[span.End..];
        }

        return text;
    }

    private void ReadTopLevel(string key)
    {
        if (key == ConfigKeyword && _parser.TryConsume<MappingStart>(out _))
        {
            ReadEntries(_fullKey, ReadNode);
        }
        else
        {
            ReadNode(key);
        }
    }

    private void ReadEntries(Func<string, string> keyOf, Action<string> read)
    {
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var name = _parser.Consume<Scalar>();
            var key = keyOf(name.Value);
            read(key);
            _entries[key] = new Span((int)name.Start.Index, _end);
        }
    }

    private void ReadNode(string key)
    {
        var start = _parser.Consume<ParsingEvent>();
        _end = (int)start.End.Index;
        switch (start)
        {
            case Scalar scalar:
                _scalars[key] = new Span((int)scalar.Start.Index, (int)scalar.End.Index);
                break;
            case SequenceStart:
                ReadList(key);
                break;
            case MappingStart mapping:
                ReadMapping(key, mapping.Style is MappingStyle.Flow);
                break;
        }
    }

    private void ReadList(string key)
    {
        for (var index = 0; !_parser.TryConsume<SequenceEnd>(out _); index++)
        {
            ReadNode(ConfigKey.Item(key, index));
        }
    }

    private void ReadMapping(string key, bool isFlow)
    {
        while (!_parser.Accept<MappingEnd>(out _))
        {
            var name = _parser.Consume<ParsingEvent>();
            _maps.TryAdd(key, new Opening((int)name.Start.Index, (int)name.Start.Column - 1, isFlow));
            ReadNode(ConfigKey.Member(key, name is Scalar scalar ? scalar.Value : ""));
        }

        // A block ends where the next token starts, behind comments.
        var end = _parser.Consume<MappingEnd>();
        _end = isFlow ? (int)end.End.Index : _end;
    }

    private readonly record struct Span(int Start, int End);

    private readonly record struct Opening(int FirstKey, int Column, bool IsFlow);

    private readonly record struct Edit(Span Place, string Replacement);
}
