using Infra.Configuration.Binding;

namespace Infra.Stack.Rules;

/// <summary>Warns of entries that the stack creates, and pays for, but that nothing in it uses.</summary>
internal static class UnusedEntries
{
    /// <summary>Warns of each entry of a block that is not used.</summary>
    /// <param name="rules">Receives the warnings.</param>
    /// <param name="block">The key of the block.</param>
    /// <param name="names">The names of its entries.</param>
    /// <param name="isUsed">Whether anything uses the entry with a name.</param>
    /// <param name="remedy">The warning: a sentence after the key that says how to use the entry.</param>
    public static void Warn(RuleChecker rules, KeyPath block, IEnumerable<string> names, Func<string, bool> isUsed, string remedy)
    {
        foreach (var name in names)
        {
            rules.Warn([block.Named(name)], () => isUsed(name) ? null : remedy);
        }
    }

    /// <summary>Whether a task names a value of a part in <c>${…}</c>.</summary>
    public static bool IsNamed(StackConfig config, string placeholder) => config.AllTasks.Any(task => task.Task.PlaceholderNames.Contains(placeholder));
}
