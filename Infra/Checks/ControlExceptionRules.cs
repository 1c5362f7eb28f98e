using Infra.Configuration.Binding;
using static Infra.Stack.StackKeys;

namespace Infra.Checks;

/// <summary>The shape of exceptions. Whether they are needed, <c>sandbox check</c> knows.</summary>
internal static class ControlExceptionRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        var block = Key(stack => stack.Exceptions);
        foreach (var (index, exception) in config.Exceptions.Index())
        {
            var key = block.Item(index);
            rules.Check([key.Member<ControlExceptionConfig>(known => known.Until)], () => exception is { Until: { } until, LastDay: null }
                ? $"{until} does not exist"
                : null);
            rules.Check([key.Member<ControlExceptionConfig>(known => known.Control)], () => FirstIndexOf(exception, config) is var first && first < index
                ? $"repeats {block.Item(first)}; keep one of them"
                : null);
        }
    }

    private static int FirstIndexOf(ControlExceptionConfig exception, StackConfig config) =>
        config.Exceptions.Index().First(other => other.Item.Control == exception.Control && other.Item.Key == exception.Key).Index;
}
