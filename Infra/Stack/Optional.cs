using Pulumi;

namespace Infra.Stack;

/// <summary>Parts that a stack may not have.</summary>
internal static class Optional
{
    /// <summary>Creates a part whose block is in the stack file.</summary>
    public static TPart? WhenPresent<TBlock, TPart>(this TBlock? block, Func<TBlock, TPart> create)
        where TBlock : class
        where TPart : class => block is null ? null : create(block);

    /// <summary>Creates a part whose map has entries.</summary>
    public static TPart? WhenAny<TBlock, TPart>(
        this IReadOnlyDictionary<string, TBlock> blocks, Func<IReadOnlyDictionary<string, TBlock>, TPart> create)
        where TPart : class => blocks.Count == 0 ? null : create(blocks);

    /// <summary>Creates a part whose list has items.</summary>
    public static TPart? WhenAny<TItem, TPart>(this IReadOnlyList<TItem> items, Func<IReadOnlyList<TItem>, TPart> create)
        where TPart : class => items.Count == 0 ? null : create(items);

    /// <summary>Creates a part that the stack file switches on.</summary>
    public static TPart? WhenTrue<TPart>(this bool isWanted, Func<TPart> create)
        where TPart : class => isWanted ? create() : null;

    /// <summary>The value, or an output of null without one.</summary>
    public static Output<string?> OrNull(this Output<string>? value) => value?.Apply(known => (string?)known) ?? Output.Create((string?)null);
}
