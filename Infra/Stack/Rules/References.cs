using Infra.Configuration.Binding;

namespace Infra.Stack.Rules;

/// <summary>Names in one block that must stand in another.</summary>
internal static class References
{
    /// <summary>The problem of a name; null if the block has it.</summary>
    public static string? Problem(string name, IEnumerable<string> known, string block)
    {
        var names = known.ToList();
        return names.Contains(name) ? null
            : Suggestion.For(name, names) is { } suggestion ? $"{name} is not in app:{block}; did you mean {suggestion}?"
            : names.Count > 0 ? $"{name} is not in app:{block}; use {Words.List(names.Order(StringComparer.Ordinal), "or")}"
            : $"{name} is not in app:{block}, which is empty";
    }
}
