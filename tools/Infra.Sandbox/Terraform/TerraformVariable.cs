namespace Infra.Sandbox.Terraform;

/// <summary>A secret or random value that the document gets from outside.</summary>
internal sealed record TerraformVariable
{
    public required string Name { get; init; }

    public required VariableSource Source { get; init; }

    /// <summary>Whether Terraform must not print it.</summary>
    public required bool IsSensitive { get; init; }

    /// <summary>A change of the keepers requests a new value.</summary>
    public string Keepers { get; init; } = "";
}

/// <summary>The source of a variable's value.</summary>
internal abstract record VariableSource
{
    private VariableSource()
    {
    }

    /// <summary>Random characters with a minimum per kind.</summary>
    public sealed record Characters : VariableSource
    {
        public required int Length { get; init; }

        public required CharacterKind Lower { get; init; }

        public required CharacterKind Upper { get; init; }

        public required CharacterKind Numeric { get; init; }

        public required CharacterKind Special { get; init; }

        /// <summary>The special characters to use; null for the default ones.</summary>
        public string? SpecialCharacters { get; init; }
    }

    /// <summary>Random bytes as hexadecimal digits.</summary>
    public sealed record HexBytes(int Count) : VariableSource;

    /// <summary>An encrypted value of the stack file.</summary>
    /// <param name="Key">The full key, <c>app:clientSecret</c>.</param>
    public sealed record Configuration(string Key) : VariableSource;

    /// <summary>A secret whose value is known.</summary>
    public sealed record Known(string Value) : VariableSource
    {
        public override string ToString() => "[secret]";
    }
}

/// <param name="IsAllowed">Whether such characters are allowed.</param>
/// <param name="Minimum">The minimum number of such characters.</param>
internal readonly record struct CharacterKind(bool IsAllowed, int Minimum);
