using Infra.Configuration.Binding;
using Infra.Configuration.StackFiles;
using Infra.Networking;
using Infra.Stack;

namespace Infra.Sandbox.NewStacks;

/// <summary>A copy of another stack's file with its comments, but without its encrypted values.</summary>
internal sealed class CopiedStackFile : INewStackFile
{
    // What the Pulumi CLI writes for the secrets of a stack.
    private static readonly string[] Encryption = ["encryptionsalt", "encryptedkey", "secretsprovider"];

    private readonly string _text;
    private readonly ConfigSection _section;
    private readonly IReadOnlyDictionary<string, YamlNode> _config;
    private readonly IReadOnlyList<UniqueValue> _values;
    private readonly UniqueValueDefaults _defaults;
    private readonly SchemaLine _schema;

    /// <param name="text">The text of the copied file.</param>
    /// <param name="file">The same, parsed.</param>
    /// <param name="project">The project.</param>
    /// <param name="oldStack">The name of its stack; null for a file that is not the file of a stack.</param>
    /// <param name="newStack">The name of the new stack.</param>
    /// <param name="networks">The ranges of the networks of all stacks.</param>
    /// <param name="schema">The first line of the new file.</param>
    public CopiedStackFile(
        string text, YamlFile file, ProjectFile project, string? oldStack, string newStack, IReadOnlyList<Ipv4Cidr> networks, SchemaLine schema)
    {
        (_text, _schema, _section) = (text, schema, new ConfigSection(file, project.Name));
        _config = file.Root.Find("config") is YamlMap config ? config.Entries.ToDictionary(entry => _section.FullKey(entry.Key, entry.Key.Text), entry => entry.Value) : [];
        _values = UniqueValues.In(project.Name, _config);
        _defaults = new UniqueValueDefaults(oldStack, newStack, _values, networks);
        Secrets = [.. _config.Where(entry => IsEncrypted(entry.Value)).Select(entry => entry.Key)];
    }

    public IReadOnlyList<string> Secrets { get; }

    /// <summary>The value of a key in the copied stack.</summary>
    public string? OldValueOf(string key) => _values.FirstOrDefault(value => value.Key == key)?.Value ?? Editor().Find(key);

    public IReadOnlyList<Question> Questions(IReadOnlyDictionary<string, string> answers) =>
    [
        .. InOrder(_values)
            .Where(value => answers.ContainsKey(value.Key) || _defaults.Following(value, answers) is null)
            .Select(value => new Question(value.Key, value.Rule.Reason)
            {
                Old = value.Value,
                Default = _defaults.Suggestion(value, answers),
                MayBeSame = value.Rule.MayBeSame,
                Member = value.Member,
            }),
    ];

    public string? ProblemOfKey(string key) => _values.Any(value => value.Key == key) || Editor().Has(key)
        ? null
        : "is not a value of the copied file; add it to the new file afterwards";

    /// <summary>The answers, and the values that follow from them.</summary>
    public IReadOnlyDictionary<string, string> Changes(IReadOnlyDictionary<string, string> answers)
    {
        var changes = new Dictionary<string, string>(answers);
        foreach (var value in _values)
        {
            if (!answers.ContainsKey(value.Key) && _defaults.Following(value, answers) is { } following)
            {
                changes[value.Key] = following;
            }
        }

        return changes;
    }

    public string Text(IReadOnlyDictionary<string, string> answers)
    {
        var editor = Editor();
        foreach (var (key, answer) in Changes(answers))
        {
            Apply(editor, key, answer);
        }

        foreach (var key in Encryption.Select(key => $"/{key}").Concat(Secrets))
        {
            editor.Remove(key);
        }

        return _schema.ReplaceIn(editor.ToString());
    }

    private void Apply(StackFileEditor editor, string key, string answer)
    {
        var own = _values.FirstOrDefault(value => value.Key == key);
        // Any other value is as it is written: text if it is in quotes.
        var yaml = YamlValue.Of(answer, own?.Member.Type.Leaf.Kind ?? (editor.Has(key) && editor.IsQuoted(key) ? ConfigKind.Text : ConfigKind.Number));
        if (own is { IsWritten: false })
        {
            editor.AddFirst(own.Block, own.Member.Name, yaml);
        }
        else if (editor.Has(key))
        {
            editor.Set(key, yaml);
        }
        else
        {
            throw new Pulumi.RunException($"{key} comes from an alias (*…) in the copied file; write the value itself there, and run the command again");
        }
    }

    private StackFileEditor Editor() => new(_text, key => _section.FullKey(new YamlScalar(default, key, IsPlain: true), key));

    private static bool IsEncrypted(YamlNode node) => node is YamlMap { Entries: [{ Key.Text: "secure" }] };

    // Other values follow the network and the domain.
    private static IEnumerable<UniqueValue> InOrder(IEnumerable<UniqueValue> values) => values.OrderBy(value =>
        value.Key.EndsWith($":{StackKeys.Key(stack => stack.Network!.Cidr)}", StringComparison.Ordinal) ? 0
        : value.Key.EndsWith($":{StackKeys.Key(stack => stack.Domain!.Name)}", StringComparison.Ordinal) ? 1
        : 2);
}
