using System.Globalization;
using Infra.Configuration;
using Infra.Configuration.Binding;
using Infra.Sandbox.Changes;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Preview;

namespace Infra.Sandbox.Diff.Reports;

/// <summary>Words that the reports share.</summary>
internal static class DiffWords
{
    public const string ForcesReplacement = "forces replacement";
    public const string NoOwnReason = "replaced because a resource that it depends on is replaced";

    private static readonly ChangeAction[] Actions = [ChangeAction.Create, ChangeAction.Update, ChangeAction.Replace, ChangeAction.Delete];

    public static char Mark(ChangeAction action) => action switch
    {
        ChangeAction.Create => '+',
        ChangeAction.Update => '~',
        ChangeAction.Replace => '±',
        _ => '-',
    };

    public static string Of(ChangeAction action) => action switch
    {
        ChangeAction.Create => "create",
        ChangeAction.Update => "update",
        ChangeAction.Replace => "replace",
        _ => "delete",
    };

    public static string Of(StepKind step) => step switch
    {
        StepKind.Create => "create",
        StepKind.Update => "update",
        StepKind.CreateReplacement => "create replacement",
        StepKind.DeleteReplaced => "delete replaced",
        _ => "delete",
    };

    public static string Of(EffectKind kind) => kind switch
    {
        EffectKind.DataLoss => "data loss",
        EffectKind.Downtime => "downtime",
        EffectKind.Interruption => "interruption",
        EffectKind.Restart => "restart",
        EffectKind.Irreversible => "irreversible",
        EffectKind.Pending => "pending",
        EffectKind.Deployment => "deployment",
        _ => "cost",
    };

    /// <summary>"step 3, delete"; "before the first step" for what Pulumi refuses itself.</summary>
    public static string PlaceOf(UpdateProblem problem) => problem.Step is { } step
        ? string.Create(CultureInfo.InvariantCulture, $"step {step.Number}, {Of(step.Kind)}")
        : "before the first step";

    public static bool IsHarmful(Effect effect) => effect.Kind <= EffectKind.Interruption;

    /// <summary>"aws:rds:Instance dekart-database".</summary>
    public static string NameOf(ResourceKey resource) => $"{PreviewTree.ShortType(resource.Type)} {resource.Name}";

    public static string Keys(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "key" : "keys")}");

    /// <summary>"1 to create, 2 to update"; "no changes" for none.</summary>
    public static string Counts(UpdatePlan plan)
    {
        var counts = Actions.Select(action => (Action: action, Count: plan.Changes.Count(change => change.Action == action)))
            .Where(count => count.Count > 0)
            .Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Count} to {Of(count.Action)}"))
            .ToList();
        return counts.Count == 0 ? "no changes" : string.Join(", ", counts);
    }

    /// <summary>"data loss: 1 resource", "1 step would fail"; empty if nothing is harmful.</summary>
    public static IReadOnlyList<string> Harm(UpdatePlan plan)
    {
        var kinds = plan.Changes.SelectMany(change => change.Effects.Where(IsHarmful).Select(effect => effect.Kind).Distinct())
            .GroupBy(kind => kind).OrderBy(group => group.Key)
            .Select(group => $"{Of(group.Key)}: {Phrase.Count(group.Count(), "resource")}");
        var failures = plan.Problems.Select(problem => problem.Step).OfType<UpdateStep>().Distinct().Count();
        return
        [
            .. kinds,
            .. plan.Problems.Any(problem => problem.Step is null) ? ["Pulumi would refuse the update"] : Array.Empty<string>(),
            .. failures > 0 ? [$"{Phrase.Count(failures, "step")} would fail"] : Array.Empty<string>(),
        ];
    }

    /// <summary>"replace, deleted first" for a replacement, otherwise the action.</summary>
    public static string ActionOf(ResourceChange change) => change.Action == ChangeAction.Replace
        ? $"{Of(change.Action)}, {(change.DeletesFirst ? "deleted first" : "created first")}"
        : Of(change.Action);

    /// <summary>Whether nothing in a replaced resource itself forces its replacement.</summary>
    public static bool HasNoOwnReason(ResourceChange change) =>
        change.Action == ChangeAction.Replace && change.Properties.All(property => !property.ForcesReplacement);

    public static string Duration(TimeSpan duration) => duration switch
    {
        { TotalSeconds: < 1 } => "at once",
        { TotalSeconds: < 90 } => string.Create(CultureInfo.InvariantCulture, $"about {Math.Round(duration.TotalSeconds)} s"),
        { TotalMinutes: < 90 } => string.Create(CultureInfo.InvariantCulture, $"about {Math.Round(duration.TotalMinutes)} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"about {Math.Round(duration.TotalHours, 1)} h"),
    };

    /// <summary>"a, b and 3 more".</summary>
    public static string Listed(IReadOnlyList<string> names, int most) => names.Count <= most
        ? Words.List(names, "and")
        : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", names.Take(most))} and {names.Count - most} more");
}
