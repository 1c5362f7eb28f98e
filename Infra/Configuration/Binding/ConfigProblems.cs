using System.Text;

namespace Infra.Configuration.Binding;

/// <summary>One problem of a stack file, or one warning about it; the key is in the operator's spelling.</summary>
internal sealed record ConfigProblem(string Key, string Message)
{
    public override string ToString() => $"{Key}: {Message}";
}

/// <summary>
/// Collects the problems of a stack file, so that the operator sees all of them at once. A problem stops the deployment; a warning
/// is for what may be meant, and is shown with the preview.
/// </summary>
internal sealed class ConfigProblems(string stack)
{
    private readonly List<ConfigProblem> _found = [];
    private readonly List<ConfigProblem> _warnings = [];
    private readonly List<string> _doubtful = [];
    private readonly List<string> _secrets = [];
    private readonly List<string> _blocks = [];
    private readonly HashSet<string> _written = [];

    public bool Any => _found.Count > 0;

    /// <summary>The problems in the order of the blocks, and within a block in the order found.</summary>
    public IReadOnlyList<ConfigProblem> All => InOrder(_found);

    /// <summary>The warnings, in the same order.</summary>
    public IReadOnlyList<ConfigProblem> Warnings => InOrder(_warnings);

    /// <summary>Sets the order of the top-level keys; problems of other keys follow after those.</summary>
    public void SetOrder(IEnumerable<string> blocks)
    {
        _blocks.Clear();
        _blocks.AddRange(blocks);
    }

    public void Add(string key, string message) => AddTo(_found, new ConfigProblem(key, message));

    /// <summary>Says what may be meant but probably is not, and what to write instead.</summary>
    public void Warn(string key, string message) => AddTo(_warnings, new ConfigProblem(key, message));

    /// <summary>
    /// Marks a key whose value cannot be trusted although the problem is reported elsewhere, as when it was misspelt:
    /// <see cref="HasProblem"/> is true for it.
    /// </summary>
    public void Doubt(string key) => _doubtful.Add(key);

    /// <summary>Remembers that the file has the key, for rules on keys that only have a default otherwise.</summary>
    public void MarkWritten(string key) => _written.Add(key);

    public bool IsWritten(string key) => _written.Contains(key);

    /// <summary>Marks a key as secret: <see cref="Show"/> hides its value and everything inside it.</summary>
    public void MarkSecret(string key) => _secrets.Add(key);

    public bool IsSecret(string key) => _secrets.Exists(secret => ConfigKey.IsWithin(key, secret));

    /// <summary>The spellings of the file that <see cref="Show"/> prefers.</summary>
    public WrittenValues Written { get; set; } = new();

    /// <summary>A value as it may be printed in a problem of that key: as the operator wrote it.</summary>
    public string Show(string key, object? value) => IsSecret(key) ? ShownValue.Secret : Written.Find(key) ?? ShownValue.Of(value);

    /// <summary>Whether the key, something inside it or something around it has a problem.</summary>
    public bool HasProblem(string key) =>
        _found.Exists(problem => AreRelated(problem.Key, key)) || _doubtful.Exists(doubtful => AreRelated(doubtful, key));

    /// <summary>Runs a rule across keys, unless one of the keys it needs already has a problem.</summary>
    public void Rule(IReadOnlyList<string> keys, Action rule)
    {
        if (!keys.Any(HasProblem))
        {
            rule();
        }
    }

    /// <summary>As the other overload; a message that the rule returns is a problem of the first key.</summary>
    public void Rule(IReadOnlyList<string> keys, Func<string?> rule) => Rule(keys, () =>
    {
        if (rule() is { } message)
        {
            Add(keys[0], message);
        }
    });

    /// <summary>A headline and one line for each problem.</summary>
    public string Message()
    {
        var text = new StringBuilder($"The configuration of stack '{stack}' has {Wording.Count(_found.Count, "problem")}:");
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
