using Infra.Configuration.Binding;
using Infra.Tests.Stack.Keys;

namespace Infra.Tests.Stack.Effects;

internal enum Effect
{
    /// <summary>The stack is another one.</summary>
    Changed,

    /// <summary>A warning says that the key does nothing, or why it may not be meant.</summary>
    Warned,

    /// <summary>A problem of the key, or one that names it.</summary>
    Refused,

    /// <summary>A problem of something else: the sample proves nothing.</summary>
    RefusedForAnotherReason,

    /// <summary>Nothing happens and nothing is said.</summary>
    Silent,
}

/// <summary>The outcome of a key on a path.</summary>
/// <param name="Path">The path.</param>
/// <param name="Change">The key.</param>
/// <param name="Value">The value it got.</param>
/// <param name="Effect">What that did.</param>
/// <param name="Message">What was said about it.</param>
internal sealed record Outcome(string Path, KeyChange Change, string Value, Effect Effect, string Message = "")
{
    public override string ToString() => $"{Path}: {Change.Key} = {Value}{(Message.Length > 0 ? $" ({Message})" : "")}";
}

/// <summary>Every key, changed on every path.</summary>
internal static class EffectMatrix
{
    private static readonly Lazy<Task<IReadOnlyList<Outcome>>> Evaluated = new(EvaluateAsync);

    /// <summary>The outcomes of every key on every path; evaluated once.</summary>
    public static Task<IReadOnlyList<Outcome>> Outcomes => Evaluated.Value;

    private static async Task<IReadOnlyList<Outcome>> EvaluateAsync()
    {
        // All of them first: a key without a value to try is found before the long work.
        var paths = EffectPaths.All.Select(path => (path.Name, path.Values, Changes: KeyChanges.Of(StackTree.Of(path.Values)))).ToList();
        var outcomes = await Task.WhenAll(paths.Select(path => Task.Run(() => EvaluatePath(path.Name, path.Values, path.Changes))));
        return [.. outcomes.SelectMany(path => path)];
    }

    private static async Task<List<Outcome>> EvaluatePath(string path, ConfigValues values, IReadOnlyList<KeyChange> changes)
    {
        var config = StackConfigLoader.Load(values, "dev");
        var before = new EvaluatedStack(config, await StackInputs.Of(config), await StackText.Of(config, values));
        var outcomes = new List<Outcome>();
        foreach (var change in changes)
        {
            outcomes.Add(await Evaluate(path, change, values, before));
        }

        return outcomes;
    }

    private static async Task<Outcome> Evaluate(string path, KeyChange change, ConfigValues values, EvaluatedStack before)
    {
        var outcomes = new List<Outcome>();
        foreach (var value in change.Values)
        {
            var (effect, message) = await Evaluate(change.Key, StackTree.With(values, change.Block, value.Json), before);
            outcomes.Add(new Outcome(path, change, value.Value, effect, message));
            if (effect is Effect.Changed or Effect.Warned)
            {
                return outcomes[^1];
            }
        }

        // Of all values of a derived key one holds already, and changes nothing by right.
        return outcomes.Find(outcome => outcome.Effect is Effect.Silent != change.IsDerived) ?? outcomes[^1];
    }

    private static async Task<(Effect Effect, string Message)> Evaluate(string key, ConfigValues values, EvaluatedStack before)
    {
        StackConfig config;
        try
        {
            config = StackConfigLoader.Load(values, "dev");
        }
        catch (Pulumi.RunException refusal)
        {
            var problems = refusal.Message.Split("\n  - ")[1..];
            return (problems.Any(problem => IsAbout(problem, key)) ? Effect.Refused : Effect.RefusedForAnotherReason, string.Join(" | ", problems));
        }

        var warnings = config.Warnings
            .Where(warning => warning.Key == values.Key(key) || (!before.Config.Warnings.Contains(warning) && IsAbout(warning.ToString(), key)))
            .ToList();
        return await IsChanged(config, values, before) ? (Effect.Changed, "")
            : warnings.Count > 0 ? (Effect.Warned, string.Join(" | ", warnings))
            : (Effect.Silent, "");
    }

    // The inputs tell most changes after a few resources; only the whole text tells that there is none.
    private static async Task<bool> IsChanged(StackConfig config, ConfigValues values, EvaluatedStack before) =>
        await before.Inputs.DifferFrom(config) || await StackText.Of(config, values) != before.Text;

    private sealed record EvaluatedStack(StackConfig Config, StackInputs Inputs, string Text);

    // The key, its block or a neighbour in it; or a problem elsewhere that names it.
    private static bool IsAbout(string problem, string key)
    {
        var subject = problem["app:".Length..problem.IndexOf(": ", StringComparison.Ordinal)];
        var dot = key.LastIndexOf('.');
        var block = dot > 0 ? key[..dot] : key;
        return ConfigKey.IsWithin(subject, block)
            || ConfigKey.IsWithin(block, subject)
            || problem.Contains(key[(dot + 1)..], StringComparison.Ordinal)
            || problem.Contains(block, StringComparison.Ordinal);
    }
}
