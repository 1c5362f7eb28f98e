using System.Runtime.CompilerServices;
using Infra.Configuration.Binding;

namespace Infra.Stack;

/// <summary>Keys of the stack file from their properties, so that a misspelt key does not compile.</summary>
internal static class StackKeys
{
    /// <summary>The key of a property of the stack: <c>Key(stack => stack.Database!.Tls)</c>.</summary>
    public static KeyPath Key(Func<StackConfig, object?> path, [CallerArgumentExpression(nameof(path))] string expression = "") =>
        KeyPath.Of(path, expression);
}
