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

    /// <summary>As <see cref="Check"/>, for a rule that may find several problems and adds them itself.</summary>
    public void CheckEach(IReadOnlyList<string> names, Action rule) => problems.Rule(Keys(names), rule);

    /// <summary>As <see cref="Check"/>, for what may be meant: what the rule returns is a warning about the first key.</summary>
    public void Warn(IReadOnlyList<string> names, Func<string?> rule) => problems.Rule(Keys(names), () =>
    {
        if (rule() is { } message)
        {
            problems.Warn(values.Key(names[0]), message);
        }
    });

    /// <summary>As <see cref="Check"/>, for what facts say of a value: a problem when it is certain, a warning when it may be out of date.</summary>
    public void Judge(IReadOnlyList<string> names, Func<Verdict?> rule) => problems.Rule(Keys(names), () => Tell(values.Key(names[0]), rule()));

    /// <summary>As <see cref="Judge"/>, of a key outside the project.</summary>
    public void JudgeKey(string key, Verdict? verdict) => Tell(key, verdict);

    /// <summary>Whether the stack file has the key of a block, so that its value is not the default.</summary>
    public bool IsWritten(string name) => problems.IsWritten(values.Key(name));

    public void Add(string name, string message) => problems.Add(values.Key(name), message);

    /// <summary>A problem of a key outside the project, such as <c>aws:region</c>.</summary>
    public void AddKey(string key, string message) => problems.Add(key, message);

    /// <summary>A warning about a key outside the project.</summary>
    public void WarnKey(string key, string message) => problems.Warn(key, message);

    private void Tell(string key, Verdict? verdict)
    {
        if (verdict is { IsCertain: true })
        {
            problems.Add(key, verdict.Message);
        }
        else if (verdict is not null)
        {
            problems.Warn(key, verdict.Message);
        }
    }

    private List<string> Keys(IReadOnlyList<string> names) => [.. names.Select(values.Key)];
}
