using System.Text.Json.Nodes;
using Infra.Configuration.Binding;
using Infra.Configuration.StackFiles;
using Infra.Tests.Stack.Keys;
using Infra.Tests.Support;

namespace Infra.Tests.Stack.Edits;

/// <summary>A running stack with the edits of its file.</summary>
internal sealed record EditedStack(string Name, ConfigValues File, JsonObject Tree, IReadOnlyList<StackEdit> Edits);

/// <summary>The shipped stack files with the edits of each, and pairs of edits that belong together.</summary>
internal static class EditedStacks
{
    /// <summary>The beginning of the keys of pairs.</summary>
    public const string Pair = "two edits: ";

    private static readonly ProjectFile Project = ProjectFile.Find(RepositoryFiles.Root);

    private static readonly Dictionary<string, string?> Files = new()
    {
        ["dev"] = null,
        ["prod"] = null,
        ["minimal"] = "examples/minimal.yaml",
        ["live-beats"] = "examples/live-beats.yaml",
        ["ecs-guide"] = "examples/ecs-guide.yaml",
        ["datero"] = "examples/datero.yaml",
        ["datero-demo"] = "examples/datero-demo.yaml",
        ["event-jobs"] = "examples/event-jobs.yaml",
    };

    public static IReadOnlyList<EditedStack> All
    {
        get
        {
            var shipped = Files.Select(file => Shipped(file.Key, file.Value)).ToList();
            return [.. shipped, .. InnerKeys(shipped), .. EditPair.All.Select(pair => Paired(shipped.First(stack => stack.Name == pair.Stack), pair))];
        }
    }

    private static EditedStack Paired(EditedStack stack, EditPair pair)
    {
        var running = EditPair.Merged(stack.Tree, pair.Earlier);
        return stack with { Tree = running, Edits = [new StackEdit(Pair + pair.Name, "together", "back", EditPair.Merged(running, pair.Edit))] };
    }

    private static EditedStack Shipped(string name, string? configFile)
    {
        var stack = configFile is null ? name : "dev";
        var values = StackFile.Read(Project, stack, configFile, RepositoryFiles.Root);
        var tree = StackTree.Of(values);
        return new EditedStack(name, values, tree, [.. KeyChanges.Of(tree).SelectMany(change => Edits(tree, change)), .. EditsOfPresentKeys.Of(tree)]);
    }

    private static IEnumerable<StackEdit> Edits(JsonObject tree, KeyChange change)
    {
        var (done, undone) = !change.IsPresent ? (StackEdit.Added, StackEdit.Removed)
            : change.AddsItem ? (StackEdit.ItemAdded, StackEdit.ItemRemoved)
            : (StackEdit.Changed, StackEdit.Changed);
        return change.Values.Select(value => new StackEdit(change.Pattern, done, undone, StackTree.With(tree, change.Block, value.Json)));
    }

    // The keys of blocks that no shipped file has: in the first stack that takes the block.
    private static IEnumerable<EditedStack> InnerKeys(IReadOnlyList<EditedStack> shipped)
    {
        var covered = shipped.SelectMany(stack => stack.Edits).Select(edit => edit.Key).ToHashSet();
        foreach (var stack in shipped)
        {
            foreach (var added in stack.Edits.Where(edit => edit.Done is StackEdit.Added or StackEdit.ItemAdded))
            {
                var inner = KeyChanges.Within(added.Key, added.Wanted).Where(change => !covered.Contains(change.Pattern)).ToList();
                if (inner.Count > 0 && IsAccepted(StackTree.With(stack.File, added.Wanted)))
                {
                    covered.UnionWith(inner.Select(change => change.Pattern));
                    var edits = inner.SelectMany(change => Edits(added.Wanted, change));
                    yield return new EditedStack($"{stack.Name} with {added.Key}", stack.File, added.Wanted, [.. edits]);
                }
            }
        }
    }

    private static bool IsAccepted(ConfigValues values)
    {
        try
        {
            StackConfigLoader.Load(values, "dev");
            return true;
        }
        catch (Pulumi.RunException)
        {
            return false;
        }
    }
}
