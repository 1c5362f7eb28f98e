using Infra.Configuration.Binding;

namespace Infra.Configuration.Rules;

/// <summary>Runs rules on keys of the project's own, given without the <c>app:</c> in front.</summary>
internal sealed class RuleChecker(ConfigValues values, ConfigProblems problems)
{
    public ConfigValues Values => values;

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

    public void Add(string name, string message) => problems.Add(values.Key(name), message);

    /// <summary>A problem of a key outside the project, such as <c>aws:region</c>.</summary>
    public void AddKey(string key, string message) => problems.Add(key, message);

    private List<string> Keys(IReadOnlyList<string> names) => [.. names.Select(values.Key)];
}
