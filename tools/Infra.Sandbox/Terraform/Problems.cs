using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Terraform;

/// <summary>A stack cannot be translated to Terraform; lists all reasons.</summary>
internal sealed class TranslationException(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}

/// <summary>Collects problems to report them all at once.</summary>
internal sealed class Problems
{
    private readonly List<string> _all = [];

    public void Add(ResourceKey resource, string property, string problem) => Add($"{resource}: {property}: {problem}");

    public void Add(string problem)
    {
        if (!_all.Contains(problem))
        {
            _all.Add(problem);
        }
    }

    /// <exception cref="TranslationException">There are problems.</exception>
    public void ThrowIfAny()
    {
        if (_all.Count > 0)
        {
            throw new TranslationException(_all);
        }
    }
}
