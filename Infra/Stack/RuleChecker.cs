using Infra.Configuration.Binding;
using Infra.Stack.Rules;

namespace Infra.Stack;

/// <summary>Runs rules on keys of the project's own, given without the <c>app:</c> in front.</summary>
internal sealed class RuleChecker(ConfigValues values, ConfigProblems problems, TimeProvider? clock = null)
{
    public ConfigValues Values => values;

    /// <summary>The moment at which the stack file is checked, in UTC.</summary>
    public DateTime Now => (clock ?? TimeProvider.System).GetUtcNow().UtcDateTime;

    /// <summary>The region of the stack; null when there is none that can be right.</summary>
    public string? Region => problems.HasProblem(RegionRules.Key) ? null : values.FindKey(RegionRules.Key)?.Text;

    /// <summary>Runs a rule unless a key it reads has a problem already; what it returns is a problem of the first key.</summary>
    public void Check(IReadOnlyList<string> names, Func<string?> rule) => problems.Rule(Keys(names), rule);

    /// <summary>As <see cref="Check(IReadOnlyList{string}, Func{string?})"/>, for a rule that may find several problems and adds them itself.</summary>
    public void CheckEach(IReadOnlyList<string> names, Action rule) => problems.Rule(Keys(names), rule);

    /// <summary>As <see cref="Check(IReadOnlyList{string}, Func{string?})"/>, for what may be meant: what the rule returns is a warning about the first key.</summary>
    public void Warn(IReadOnlyList<string> names, Func<string?> rule) => problems.Rule(Keys(names), () =>
    {
        if (rule() is { } message)
        {
            problems.Warn(values.Key(names[0]), message);
        }
    });

    /// <summary>As <see cref="Check(IReadOnlyList{string}, Func{string?})"/>, for a check against the facts: its result is a problem or a warning.</summary>
    public void Check(IReadOnlyList<string> names, Func<Finding?> rule) => problems.Rule(Keys(names), () => AddKey(values.Key(names[0]), rule()));

    /// <summary>Whether the stack file has the key of a block, so that its value is not the default.</summary>
    public bool IsSet(string name) => problems.IsSet(values.Key(name));

    public void Add(string name, string message) => problems.Add(values.Key(name), message);

    /// <summary>A problem of a key outside the project, such as <c>aws:region</c>.</summary>
    public void AddKey(string key, string message) => problems.Add(key, message);

    /// <summary>A warning about a key outside the project.</summary>
    public void WarnKey(string key, string message) => problems.Warn(key, message);

    /// <summary>The result of checking a key outside the project against the facts.</summary>
    public void AddKey(string key, Finding? finding)
    {
        if (finding is { IsError: true })
        {
            problems.Add(key, finding.Message);
        }
        else if (finding is not null)
        {
            problems.Warn(key, finding.Message);
        }
    }

    private List<string> Keys(IReadOnlyList<string> names) => [.. names.Select(values.Key)];
}
