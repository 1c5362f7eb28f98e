namespace System.Runtime.CompilerServices;

// Records need it, and netstandard2.0 has none.
internal static class IsExternalInit;
