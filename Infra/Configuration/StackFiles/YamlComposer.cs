using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Infra.Configuration.StackFiles;

/// <summary>
/// Composes the nodes of a YAML file as the YAML library of the Pulumi CLI does, and notes what it would refuse or drop.
/// https://github.com/go-yaml/yaml/blob/v3.0.1/decode.go
/// </summary>
internal sealed class YamlComposer(IParser parser, YamlMistakes mistakes)
{
    private const int DeepestNesting = 50;
    private const string TextTag = "tag:yaml.org,2002:str";

    private readonly Dictionary<string, Anchor> _anchors = [];
    private int _depth;

    /// <summary>The only document of the file; null where there is none.</summary>
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
            mistakes.Add(PlaceOf(second.Start), "begins a second document, which Pulumi would ignore; remove the line with ---, or what follows it");
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
        var place = PlaceOf(node.Start);
        CheckTag(node, place);
        var anchor = node.Anchor.IsEmpty ? null : Declare(node.Anchor.Value, place);
        var composed = node switch
        {
            Scalar scalar => new YamlScalar(place, scalar.Value, scalar is { Style: ScalarStyle.Plain, Tag.IsEmpty: true }),
            SequenceStart => Nested(place, () => ComposeList(place)),
            _ => Nested(place, () => ComposeMap(place)),
        };
        anchor?.Node = composed;
        return composed;
    }

    private YamlNode Nested(Place place, Func<YamlNode> compose)
    {
        if (++_depth > DeepestNesting)
        {
            throw new SemanticErrorException(new Mark(0, place.Line, place.Column), new Mark(0, place.Line, place.Column), "is nested too deeply");
        }

        var node = compose();
        _depth--;
        return node;
    }

    private YamlList ComposeList(Place place)
    {
        List<YamlNode> items = [];
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Compose());
        }

        return new YamlList(place, items);
    }

    private YamlMap ComposeMap(Place place)
    {
        var entries = new YamlMapEntries(mistakes);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Compose();
            entries.Add(key, Compose());
        }

        return new YamlMap(place, entries.WithMerged());
    }

    private Anchor Declare(string name, Place place)
    {
        // A later anchor of the same name hides the earlier one.
        var anchor = new Anchor(name, place);
        _anchors[name] = anchor;
        return anchor;
    }

    private YamlNode Resolve(AnchorAlias alias)
    {
        var (name, place) = (alias.Value.Value, PlaceOf(alias.Start));
        if (_anchors.GetValueOrDefault(name) is not { } anchor)
        {
            mistakes.Add(place, char.IsAsciiLetterOrDigit(name[0])
                ? $"*{name} refers to an anchor &{name}, and there is none above; if it is text, put it in quotes: \"*{name}\""
                : $"a text that begins with * needs quotes: \"*{name}\"");
            return new YamlMap(place, []);
        }

        anchor.IsUsed = true;
        if (anchor.Node is null)
        {
            mistakes.Add(place, $"*{name} stands inside the value that &{name} names");
        }

        return anchor.Node ?? new YamlScalar(place, "", IsPlain: false);
    }

    // Mostly an ampersand that was meant as text: PASSWORD: &secret has no value.
    private void ReportUnusedAnchors()
    {
        foreach (var anchor in _anchors.Values.Where(anchor => !anchor.IsUsed))
        {
            mistakes.Add(anchor.Place, $"&{anchor.Name} names a value that nothing refers to; remove it, or put the text in quotes if the & belongs to it");
        }
    }

    private void CheckTag(NodeEvent node, Place place)
    {
        if (!node.Tag.IsEmpty && node.Tag.Value != TextTag && node.Tag.Value != "!")
        {
            mistakes.Add(place, "begins with a tag (!…), which means nothing here; remove it, or put the text in quotes if the ! belongs to it");
        }
    }

    private static Place PlaceOf(Mark mark) => new((int)mark.Line, (int)mark.Column);

    private sealed class Anchor(string name, Place place)
    {
        public string Name => name;

        public Place Place => place;

        public YamlNode? Node { get; set; }

        public bool IsUsed { get; set; }
    }
}
