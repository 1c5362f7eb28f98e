namespace Infra.Configuration.Schema;

/// <summary>A namespace of the stack file that another program reads.</summary>
/// <param name="Name">The namespace, such as <c>aws</c>.</param>
/// <param name="Reader">The name of that program, for descriptions.</param>
/// <param name="Keys">Its keys; all others are refused.</param>
internal sealed record OtherNamespace(string Name, string Reader, IReadOnlyList<OtherKey> Keys);

/// <param name="Name">The key without its namespace.</param>
/// <param name="Kind">The values that it accepts.</param>
internal sealed record OtherKey(string Name, OtherKeyKind Kind);

internal enum OtherKeyKind
{
    /// <summary>any value, plain or encrypted</summary>
    Any,

    /// <summary>only an encrypted value</summary>
    Encrypted,
}
