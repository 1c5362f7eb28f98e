using System.Collections.Immutable;
using System.Globalization;
using Infra.Sandbox.Changes;
using Infra.Sandbox.Diff.Reports;
using Infra.Sandbox.Diff.StackFiles;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Diff;

/// <summary>Finds changes after which little of the running stack is left.</summary>
internal static class IdentityChanges
{
    private const int MaxLength = 60;

    public static ImmutableArray<string> Of(
        StackVersion old, StackVersion wanted, ResourceGraph running, IEnumerable<KeyChange> keys, UpdatePlan plan) =>
    [
        .. ProjectName(old.Project.Name, wanted.Project.Name),
        .. keys.Where(change => change.Key == wanted.Values.Key("name"))
            .Select(change => $"{Described(change)}. All names contain it, so the update creates a second stack and deletes the running one."),
        .. keys.Where(change => change.Key == "aws:region")
            .Select(change => $"{Described(change)}. No resource moves to another region: the update creates all regional resources "
                + "again in the new one, without the data, and deletes the running ones."),
        .. Share(running, plan),
    ];

    private static IEnumerable<string> ProjectName(string old, string wanted)
    {
        if (old != wanted)
        {
            yield return $"The project name changes from {old} to {wanted}. To Pulumi this is another stack: run `pulumi stack rename` first, "
                + "otherwise the update creates all resources again and leaves the running ones as they are.";
        }
    }

    private static IEnumerable<string> Share(ResourceGraph running, UpdatePlan plan)
    {
        var total = running.Resources.Count(resource => !resource.IsComponent);
        var gone = plan.Changes.Count(change => change.Action is ChangeAction.Replace or ChangeAction.Delete && change.Old is { IsComponent: false });
        if (gone * 2 > total)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"The update replaces or deletes {gone} of the {total} running resources.");
        }
    }

    private static string Described(KeyChange change)
    {
        var (old, wanted) = ValueText.Pair(change.Old, change.New, MaxLength);
        return $"{change.Key} changes from {old} to {wanted}";
    }
}
