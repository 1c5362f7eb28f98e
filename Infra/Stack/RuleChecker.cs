using Infra.Configuration.Binding;
using Infra.Stack.Rules;

namespace Infra.Stack;

/// <summary>Runs rules on keys of the stack file.</summary>
internal sealed class RuleChecker(ConfigValues values, ConfigProblems problems, TimeProvider? clock = null)
{
    public ConfigValues Values => values;

    /// <summary>The time of the check, in UTC.</summary>
    public DateTime Now => (clock ?? TimeProvider.System).GetUtcNow().UtcDateTime;

    /// <summary>The region of the stack; null where it is missing or invalid.</summary>
    public string? Region => problems.HasProblem(RegionRules.Key) ? null : values.FindKey(RegionRules.Key)?.Text;

    /// <summary>Runs a rule unless one of the keys it reads has a problem already; its result is a problem of the first key.</summary>
    public void Check(IReadOnlyList<KeyPath> keys, Func<string?> rule) => problems.Rule(FullKeys(keys), rule);

    /// <summary>Runs a check against the facts; its result is a problem of the first key, or a warning about it.</summary>
    public void Check(IReadOnlyList<KeyPath> keys, Func<Finding?> rule) => problems.Rule(FullKeys(keys), () => AddKey(FullKey(keys[0]), rule()));

    /// <summary>Runs a rule that may find several problems and adds them itself.</summary>
    public void CheckEach(IReadOnlyList<KeyPath> keys, Action rule) => problems.Rule(FullKeys(keys), rule);

    /// <summary>Runs a rule whose result is a warning about the first key.</summary>
    public void Warn(IReadOnlyList<KeyPath> keys, Func<string?> rule) => problems.Rule(FullKeys(keys), () =>
    {
        if (rule() is { } message)
        {
            problems.Warn(FullKey(keys[0]), message);
        }
    });

    /// <summary>Whether the stack file sets the key, so that its value is not the default.</summary>
    public bool IsSet(KeyPath key) => problems.IsSet(FullKey(key));

    /// <summary>Whether the stack file has the key, whatever its value.</summary>
    public bool IsPresent(KeyPath key) => values.Find(key.Text) is not null;

    public void Add(KeyPath key, string message) => problems.Add(FullKey(key), message);

    /// <summary>Adds a problem of a key outside the project, such as <c>aws:region</c>.</summary>
    public void AddKey(string fullKey, string message) => problems.Add(fullKey, message);

    /// <summary>Adds a warning about a key outside the project.</summary>
    public void WarnKey(string fullKey, string message) => problems.Warn(fullKey, message);

    /// <summary>Adds the result of checking a key outside the project against the facts.</summary>
    public void AddKey(string fullKey, Finding? finding)
    {
        if (finding is { IsError: true })
        {
            problems.Add(fullKey, finding.Message);
        }
        else if (finding is not null)
        {
            problems.Warn(fullKey, finding.Message);
        }
    }

    private List<string> FullKeys(IReadOnlyList<KeyPath> keys) => [.. keys.Select(FullKey)];

    private string FullKey(KeyPath key) => values.Key(key.Text);
}
