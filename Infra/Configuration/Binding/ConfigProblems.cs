using System.Text;

namespace Infra.Configuration.Binding;

/// <summary>A problem of a stack file, or a warning, worded to follow the key.</summary>
internal sealed record ConfigProblem(string Key, string Message)
{
    public override string ToString() => $"{Key}: {Message}";
}

/// <summary>
/// Collects the problems of a stack file, so that the operator sees all of them at once. Problems stop the deployment; warnings
/// are shown with the preview.
/// </summary>
internal sealed class ConfigProblems(string stack)
{
    private readonly List<ConfigProblem> _found = [];
    private readonly List<ConfigProblem> _warnings = [];
    private readonly List<string> _unreliable = [];
    private readonly List<string> _secrets = [];
    private readonly List<string> _blocks = [];
    private readonly HashSet<string> _written = [];

    public bool Any => _found.Count > 0;

    /// <summary>The problems by top-level key, then in the order found.</summary>
    public IReadOnlyList<ConfigProblem> All => InOrder(_found);

    /// <summary>The warnings, in the same order.</summary>
    public IReadOnlyList<ConfigProblem> Warnings => InOrder(_warnings);

    /// <summary>Sets the order of the top-level keys; problems of other keys come last.</summary>
    public void SetOrder(IEnumerable<string> blocks)
    {
        _blocks.Clear();
        _blocks.AddRange(blocks);
    }

    public void Add(string key, string message) => AddTo(_found, new ConfigProblem(key, message));

    /// <summary>Adds a warning about a value that is allowed but probably a mistake.</summary>
    public void Warn(string key, string message) => AddTo(_warnings, new ConfigProblem(key, message));

    /// <summary>
    /// Marks a key whose problem is reported under another key, as when it is misspelt: <see cref="HasProblem"/> is true for it.
    /// </summary>
    public void MarkUnreliable(string key) => _unreliable.Add(key);

    /// <summary>Records that the file sets the key, to tell a value from a default.</summary>
    public void MarkSet(string key) => _written.Add(key);

    public bool IsSet(string key) => _written.Contains(key);

    /// <summary>Marks a key as secret: <see cref="Show"/> hides its value and everything below it.</summary>
    public void MarkSecret(string key) => _secrets.Add(key);

    public bool IsSecret(string key) => _secrets.Exists(secret => ConfigKey.IsWithin(key, secret));

    /// <summary>The spellings that <see cref="Show"/> uses.</summary>
    public Spellings Spellings { get; set; } = new();

    /// <summary>A value for a problem of the key, as the operator wrote it.</summary>
    public string Show(string key, object? value) => IsSecret(key) ? DisplayText.Secret : Spellings.Find(key) ?? DisplayText.Of(value);

    /// <summary>Whether the key, a key inside it or a block around it has a problem.</summary>
    public bool HasProblem(string key) =>
        _found.Exists(problem => AreRelated(problem.Key, key)) || _unreliable.Exists(unreliable => AreRelated(unreliable, key));

    /// <summary>Runs a rule unless one of the keys it reads already has a problem.</summary>
    public void Rule(IReadOnlyList<string> keys, Action rule)
    {
        if (!keys.Any(HasProblem))
        {
            rule();
        }
    }

    /// <summary>Runs a rule that returns a problem of the first key, or null.</summary>
    public void Rule(IReadOnlyList<string> keys, Func<string?> rule) => Rule(keys, () =>
    {
        if (rule() is { } message)
        {
            Add(keys[0], message);
        }
    });

    /// <summary>A headline and a line for each problem.</summary>
    public string Message()
    {
        var text = new StringBuilder($"The configuration of stack '{stack}' has {Phrase.Count(_found.Count, "problem")}:");
        foreach (var problem in All)
        {
            text.Append("\n  - ").Append(problem);
        }

        return text.ToString();
    }

    private static void AddTo(List<ConfigProblem> list, ConfigProblem problem)
    {
        if (!list.Contains(problem))
        {
            list.Add(problem);
        }
    }

    private List<ConfigProblem> InOrder(List<ConfigProblem> list) => [.. list.OrderBy(problem => Rank(problem.Key))];

    private int Rank(string key) => _blocks.IndexOf(ConfigKey.Block(key)) is var index and >= 0 ? index : int.MaxValue;

    private static bool AreRelated(string key, string other) => ConfigKey.IsWithin(key, other) || ConfigKey.IsWithin(other, key);
}
