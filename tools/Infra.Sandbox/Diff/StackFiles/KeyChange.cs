using System.Collections.Immutable;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Diff.StackFiles;

/// <summary>A key of the stack file with different values; null where a file does not have it.</summary>
internal sealed record KeyChange(string Key, PropertyValue? Old, PropertyValue? New);

/// <summary>The smallest part of a stack file that can be edited alone: a value or a whole list.</summary>
/// <param name="Path">The full top-level key, then the keys inside it.</param>
/// <param name="New">The new value; null if the key is removed.</param>
/// <param name="Changes">The keys that the edit changes.</param>
internal sealed record StackEdit(ImmutableArray<string> Path, PropertyValue? New, ImmutableArray<KeyChange> Changes);
