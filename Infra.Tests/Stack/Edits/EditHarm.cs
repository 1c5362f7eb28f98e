using System.Text.RegularExpressions;
using Infra.Sandbox.Changes;
using Infra.Sandbox.Graph;

namespace Infra.Tests.Stack.Edits;

/// <summary>Something that an edit does to users, or that stops it.</summary>
/// <param name="Kind">The kind of harm.</param>
/// <param name="Type">The type of the resource.</param>
/// <param name="Text">AWS's error code, or the consequence.</param>
internal sealed partial record EditHarm(string Kind, string Type, string Text)
{
    public static IReadOnlyList<EditHarm> Of(UpdatePlan plan) =>
    [
        .. plan.Problems.Select(problem => new EditHarm("fails", Short(problem.Resource), Code(problem)))
            .Concat(
                from change in plan.Changes
                from effect in change.Effects
                where effect.Kind is EffectKind.DataLoss or EffectKind.Downtime or EffectKind.Interruption
                select new EditHarm($"{effect.Kind}", Short(change.Key), effect.Text))
            .Concat(plan.Ignored.Select(ignored => new EditHarm("ignored", Short(ignored.Key), Index().Replace(ignored.Path, "[]"))))
            .Distinct(),
    ];

    public override string ToString() => $"{Kind} {Type}: {Text}";

    private static string Short(ResourceKey key) => key.Type[(key.Type.LastIndexOf(':') + 1)..];

    // The same for all stacks: the code without the names of resources.
    private static string Code(UpdateProblem problem)
    {
        var text = problem.Text.Replace($" of {problem.Resource.Name}", "", StringComparison.Ordinal);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return text.Contains(" is protected", StringComparison.Ordinal) ? "protected" : colon > 0 ? text[..colon] : text;
    }

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Index();
}
