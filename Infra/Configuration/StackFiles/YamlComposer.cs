using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Infra.Configuration.StackFiles;

/// <summary>
/// Composes the nodes of a YAML file like the YAML library of the Pulumi CLI, and reports what that library rejects or ignores.
/// https://github.com/go-yaml/yaml/blob/v3.0.1/decode.go
/// </summary>
internal sealed class YamlComposer(IParser parser, YamlProblems problems)
{
    private const int MaxDepth = 50;
    private const string TextTag = "tag:yaml.org,2002:str";

    private readonly Dictionary<string, Anchor> _anchors = [];
    private int _depth;

    /// <summary>The document of the file; null if it has none.</summary>
    public YamlNode? ComposeDocument()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
        {
            return null;
        }

        parser.Consume<DocumentStart>();
        var root = Compose();
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out var second))
        {
            problems.Add(PositionOf(second.Start), "starts a second document, which Pulumi ignores; remove the --- line, or everything after it");
        }

        ReportUnusedAnchors();
        return root;
    }

    private YamlNode Compose()
    {
        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            return Resolve(alias);
        }

        var node = parser.Consume<NodeEvent>();
        var position = PositionOf(node.Start);
        CheckTag(node, position);
        var anchor = node.Anchor.IsEmpty ? null : Declare(node.Anchor.Value, position);
        var composed = node switch
        {
            Scalar scalar => new YamlScalar(position, scalar.Value, scalar is { Style: ScalarStyle.Plain, Tag.IsEmpty: true }),
            SequenceStart => Nested(position, () => ComposeList(position)),
            _ => Nested(position, () => ComposeMap(position)),
        };
        anchor?.Node = composed;
        return composed;
    }

    private YamlNode Nested(Position position, Func<YamlNode> compose)
    {
        if (++_depth > MaxDepth)
        {
            throw new SemanticErrorException(new Mark(0, position.Line, position.Column), new Mark(0, position.Line, position.Column), "is nested too deeply; use at most 50 levels");
        }

        var node = compose();
        _depth--;
        return node;
    }

    private YamlList ComposeList(Position position)
    {
        List<YamlNode> items = [];
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Compose());
        }

        return new YamlList(position, items);
    }

    private YamlMap ComposeMap(Position position)
    {
        var entries = new YamlMapEntries(problems);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Compose();
            entries.Add(key, Compose());
        }

        return new YamlMap(position, entries.WithMerged());
    }

    private Anchor Declare(string name, Position position)
    {
        // A later anchor replaces an earlier one of the same name.
        var anchor = new Anchor(name, position);
        _anchors[name] = anchor;
        return anchor;
    }

    private YamlNode Resolve(AnchorAlias alias)
    {
        var (name, position) = (alias.Value.Value, PositionOf(alias.Start));
        if (_anchors.GetValueOrDefault(name) is not { } anchor)
        {
            problems.Add(position, char.IsAsciiLetterOrDigit(name[0])
                ? $"*{name} refers to an anchor &{name} that is not defined above; if it is text, put it in quotes: \"*{name}\""
                : $"text that starts with * needs quotes: \"*{name}\"");
            return new YamlMap(position, []);
        }

        anchor.IsUsed = true;
        if (anchor.Node is null)
        {
            problems.Add(position, $"*{name} is inside the value of its own anchor &{name}; remove it");
        }

        return anchor.Node ?? new YamlScalar(position, "", IsPlain: false);
    }

    // Mostly text that starts with an ampersand: "PASSWORD: &secret" has no value.
    private void ReportUnusedAnchors()
    {
        foreach (var anchor in _anchors.Values.Where(anchor => !anchor.IsUsed))
        {
            problems.Add(anchor.Position, $"&{anchor.Name} is an anchor that no alias uses; remove it, or put the text in quotes if the & is part of it");
        }
    }

    private void CheckTag(NodeEvent node, Position position)
    {
        if (!node.Tag.IsEmpty && node.Tag.Value != TextTag && node.Tag.Value != "!")
        {
            problems.Add(position, "has a tag (!…), which is not supported; remove it, or put the text in quotes if the ! is part of it");
        }
    }

    private static Position PositionOf(Mark mark) => new((int)mark.Line, (int)mark.Column);

    private sealed class Anchor(string name, Position position)
    {
        public string Name => name;

        public Position Position => position;

        public YamlNode? Node { get; set; }

        public bool IsUsed { get; set; }
    }
}
