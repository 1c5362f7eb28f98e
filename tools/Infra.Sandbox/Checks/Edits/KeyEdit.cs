namespace Infra.Sandbox.Checks.Edits;

/// <summary>A key of the stack file with another value.</summary>
/// <param name="Key">The key, such as <c>app:database.multiAz</c>.</param>
/// <param name="Value">The new value as YAML on one line; null removes the key.</param>
internal sealed record KeyEdit(string Key, string? Value);
