using Pulumi;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Infra.Sandbox.StackFiles;

/// <summary>A YAML file with a mapping at its top. Its problems say where in the file they are.</summary>
internal sealed class YamlFile
{
    private readonly string _name;

    /// <param name="name">What the operator calls the file.</param>
    /// <param name="text">What is in it.</param>
    public YamlFile(string name, TextReader text)
    {
        _name = name;
        Root = Load(text);
    }

    public YamlMappingNode Root { get; }

    public static YamlFile Read(string name, string path)
    {
        try
        {
            using var text = File.OpenText(path);
            return new YamlFile(name, text);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RunException($"{name} cannot be read: {exception.Message}");
        }
    }

    public RunException Problem(YamlNode node, string message) => Problem(node.Start, message);

    public YamlMappingNode Mapping(YamlNode node, string key) => node switch
    {
        YamlMappingNode mapping => mapping,
        YamlScalarNode scalar when YamlScalar.IsNull(scalar) => [],
        _ => throw Problem(node, $"{key} must be a mapping of keys to values"),
    };

    public string Text(YamlNode node, string key) =>
        node is YamlScalarNode { Value: { Length: > 0 } text } ? text : throw Problem(node, $"{key} must be a text");

    /// <summary>The entries of a mapping by name, those of merge keys (<c>&lt;&lt;</c>) among them.</summary>
    public Dictionary<string, YamlNode> Entries(YamlMappingNode mapping, int depth = 0)
    {
        CheckDepth(mapping, depth);
        var entries = new Dictionary<string, YamlNode>();
        foreach (var (key, value) in mapping)
        {
            if (!IsMerge(key))
            {
                entries[Text(key, "a key")] = value;
            }
        }

        foreach (var (name, value) in MergedInto(mapping, depth + 1))
        {
            entries.TryAdd(name, value);
        }

        return entries;
    }

    /// <summary>An alias can put a value inside itself.</summary>
    public void CheckDepth(YamlNode node, int depth)
    {
        if (depth > 50)
        {
            throw Problem(node, "is nested too deeply");
        }
    }

    private IEnumerable<KeyValuePair<string, YamlNode>> MergedInto(YamlMappingNode mapping, int depth) => mapping.Children
        .Where(entry => IsMerge(entry.Key))
        .SelectMany(entry => entry.Value is YamlSequenceNode list ? list.Children : [entry.Value])
        .SelectMany(merged => Entries(Mapping(merged, "what << merges"), depth));

    private static bool IsMerge(YamlNode key) => key is YamlScalarNode { Value: "<<", Style: ScalarStyle.Plain };

    private YamlMappingNode Load(TextReader text)
    {
        var yaml = new YamlStream();
        var scanner = new Scanner(text);
        try
        {
            yaml.Load(new Parser(scanner));
        }
        catch (YamlException exception)
        {
            throw Problem(exception.Start, exception.Message);
        }
        catch (InvalidOperationException)
        {
            // What YamlDotNet throws where a list in brackets runs on into the next key.
            throw Problem(scanner.CurrentPosition, "did not expect this here; is a bracket before it not closed?");
        }

        return yaml.Documents.Count == 0 ? [] : Mapping(yaml.Documents[0].RootNode, "the file");
    }

    private RunException Problem(Mark place, string message) => new($"{_name}:{place.Line}:{place.Column}: {message}");
}
