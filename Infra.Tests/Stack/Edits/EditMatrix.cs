using System.Collections.Concurrent;
using System.Diagnostics;
using Infra.Configuration.StackFiles;
using Infra.Sandbox.Changes;
using Infra.Tests.Support;

namespace Infra.Tests.Stack.Edits;

/// <summary>Every key of every shipped stack file added, changed and removed, and the edit back.</summary>
internal static class EditMatrix
{
    private static readonly ProjectFile Project = ProjectFile.Find(RepositoryFiles.Root);
    private static readonly Lazy<Task<IReadOnlyList<EditOutcome>>> Evaluated = new(EvaluateAsync);

    /// <summary>The outcome of every edit; evaluated once.</summary>
    public static Task<IReadOnlyList<EditOutcome>> Outcomes => Evaluated.Value;

    private static async Task<IReadOnlyList<EditOutcome>> EvaluateAsync()
    {
        // It keeps all cores busy for a minute, while emulators of the deployment tests must answer before a client tries again.
        using var process = Process.GetCurrentProcess();
        process.PriorityClass = ProcessPriorityClass.BelowNormal;

        var outcomes = new ConcurrentBag<EditOutcome>();
        var running = new ConcurrentDictionary<EditedStack, Lazy<Task<EvaluatedFile>>>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
        await Parallel.ForEachAsync(EditedStacks.All.SelectMany(SameFiles), options, async (file, _) =>
        {
            var stack = await running.GetOrAdd(file.Stack, edited => new(() => Running(edited))).Value;
            foreach (var outcome in await Evaluate(file.Stack, file.Edits, stack))
            {
                outcomes.Add(outcome with { Stack = file.Stack.Name });
            }
        });
        return [.. outcomes.OrderBy(outcome => outcome.Key, StringComparer.Ordinal).ThenBy(outcome => outcome.Stack, StringComparer.Ordinal)];
    }

    // Edits that lead to the same stack file.
    private static IEnumerable<(EditedStack Stack, IReadOnlyList<StackEdit> Edits)> SameFiles(EditedStack stack) =>
        stack.Edits.GroupBy(edit => edit.Wanted.ToJsonString()).Select(edits => (stack, (IReadOnlyList<StackEdit>)[.. edits]));

    private static async Task<EvaluatedFile> Running(EditedStack stack)
    {
        var running = await EvaluatedFile.Of(Project, stack.File, stack.Tree);
        return running.IsRefused ? throw new InvalidOperationException($"refused before \"{stack.Edits[0].Key}\": {running.Text}") : running;
    }

    private static async Task<IEnumerable<EditOutcome>> Evaluate(EditedStack stack, IReadOnlyList<StackEdit> edits, EvaluatedFile running)
    {
        var wanted = await EvaluatedFile.Of(Project, stack.File, edits[0].Wanted);
        if (wanted.IsRefused)
        {
            return edits.Select(edit => new EditOutcome(edit.Key, edit.Done, EditResult.Refused) { Refusal = wanted.Text });
        }

        return wanted.Text == running.Text ? BothWays(edits, done: null, undone: null)
            : BothWays(edits, UpdatePlanner.Plan(running.Graph!, wanted.Graph!), UpdatePlanner.Plan(wanted.Graph!, running.Graph!));
    }

    private static IEnumerable<EditOutcome> BothWays(IReadOnlyList<StackEdit> edits, UpdatePlan? done, UpdatePlan? undone) =>
        edits.SelectMany(edit => (EditOutcome[])[Outcome(edit.Key, edit.Done, done), Outcome(edit.Key, edit.Undone, undone)]);

    private static EditOutcome Outcome(string key, string way, UpdatePlan? plan)
    {
        var harms = plan is null ? [] : EditHarm.Of(plan);
        var result = plan is null ? EditResult.Unchanged : harms.Count > 0 ? EditResult.Harmful : EditResult.Harmless;
        return new EditOutcome(key, way, result) { Harms = harms };
    }
}
