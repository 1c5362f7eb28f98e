using Infra.Sandbox.Changes;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Tests.Changes.Support;

/// <summary>Parts of a plan as texts to compare.</summary>
internal static class PlanText
{
    public static string Steps(this UpdatePlan plan) => string.Join('\n', plan.Steps.Select(step => $"{step.Kind} {Title(step.Change.Key)}"));

    /// <summary>The properties of one resource: those that force its replacement have a mark.</summary>
    public static string Properties(this UpdatePlan plan, string name) => string.Join('\n', plan.Changes
        .Where(change => Title(change.Key) == name)
        .SelectMany(change => change.Properties)
        .Select(property => $"{(property.ForcesReplacement ? "! " : "")}{property.Path}: {Text(property.Old)} → {Text(property.New)}"));

    public static string Effects(this UpdatePlan plan) => string.Join('\n', plan.Changes
        .SelectMany(change => change.Effects.Select(effect => $"{Title(change.Key)} {effect.Kind}: {effect.Text}")));

    public static string Problems(this UpdatePlan plan) => string.Join('\n', plan.Problems.Select(problem => $"{problem.Number} {problem.Text}"));

    public static string Ignored(this UpdatePlan plan) => string.Join('\n', plan.Ignored.Select(ignored => $"{Title(ignored.Key)} {ignored.Path}"));

    public static string Text(PropertyValue? value) => value switch
    {
        null => "none",
        PropertyValue.Text text => text.Value,
        PropertyValue.Number number => $"{number.Value}",
        PropertyValue.Flag flag => flag.Value ? "true" : "false",
        PropertyValue.Unknown => "unknown",
        PropertyValue.Secret => "[secret]",
        PropertyValue.List list => $"[{string.Join(", ", list.Items.Select(Text))}]",
        PropertyValue.Map map => $"{{{string.Join(", ", map.Entries.Select(entry => $"{entry.Key}: {Text(entry.Value)}"))}}}",
        _ => "null",
    };

    private static string Title(ResourceKey key) => $"{key.Type[(key.Type.LastIndexOf(':') + 1)..]} {key.Name}";
}
