using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Terraform;

/// <summary>A stack that cannot be said in Terraform, with all the reasons.</summary>
internal sealed class TranslationException(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}

/// <summary>Gathers problems, so that all of them are told at once.</summary>
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

    /// <exception cref="TranslationException">There are some.</exception>
    public void ThrowIfAny()
    {
        if (_all.Count > 0)
        {
            throw new TranslationException(_all);
        }
    }
}
