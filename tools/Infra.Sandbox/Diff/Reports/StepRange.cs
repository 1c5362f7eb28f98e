using System.Collections.Immutable;
using System.Globalization;
using Infra.Sandbox.Changes;
using Infra.Sandbox.Preview;

namespace Infra.Sandbox.Diff.Reports;

/// <summary>Consecutive steps of one kind and type.</summary>
internal sealed record StepRange(ImmutableArray<UpdateStep> Steps)
{
    private const int MaxNames = 4;

    /// <summary>"4" or "4–7".</summary>
    public string Numbers => Steps.Length == 1
        ? Steps[0].Number.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Steps[0].Number}–{Steps[^1].Number}");

    public string Kind => DiffWords.Of(Steps[0].Kind);

    public string Type => PreviewTree.ShortType(Steps[0].Change.Key.Type);

    public string Names => DiffWords.Listed([.. Steps.Select(step => step.Change.Key.Name)], MaxNames);

    public static IReadOnlyList<StepRange> Of(UpdatePlan plan)
    {
        var ranges = new List<StepRange>();
        foreach (var step in plan.Steps)
        {
            if (ranges is [.., var last] && last.Steps[0].Kind == step.Kind && last.Steps[0].Change.Key.Type == step.Change.Key.Type)
            {
                ranges[^1] = new StepRange(last.Steps.Add(step));
            }
            else
            {
                ranges.Add(new StepRange([step]));
            }
        }

        return ranges;
    }
}
