namespace Infra.Sandbox.Terraform;

/// <summary>A value that the document needs but must not hold, because it is secret or random.</summary>
internal sealed record TerraformVariable
{
    public required string Name { get; init; }

    public required VariableSource Source { get; init; }

    /// <summary>Whether Terraform must not show it.</summary>
    public required bool IsSensitive { get; init; }

    /// <summary>Differs where the program asks for a new value in place of the old one.</summary>
    public string Keepers { get; init; } = "";
}

/// <summary>Where the value of a variable comes from.</summary>
internal abstract record VariableSource
{
    private VariableSource()
    {
    }

    /// <summary>Random characters, at least so many of each kind.</summary>
    public sealed record Characters : VariableSource
    {
        public required int Length { get; init; }

        public required CharacterKind Lower { get; init; }

        public required CharacterKind Upper { get; init; }

        public required CharacterKind Numeric { get; init; }

        public required CharacterKind Special { get; init; }

        /// <summary>What counts as special; none for the usual ones.</summary>
        public string? SpecialCharacters { get; init; }
    }

    /// <summary>Random bytes, in hexadecimal digits.</summary>
    public sealed record HexBytes(int Count) : VariableSource;

    /// <summary>A secret of the stack file.</summary>
    /// <param name="Key">Its whole key, <c>app:clientSecret</c>.</param>
    public sealed record Configuration(string Key) : VariableSource;

    /// <summary>A secret that the program knows.</summary>
    public sealed record Known(string Value) : VariableSource
    {
        public override string ToString() => "[secret]";
    }
}

/// <param name="IsAllowed">Whether such characters may be in.</param>
/// <param name="Minimum">How many of them must be.</param>
internal readonly record struct CharacterKind(bool IsAllowed, int Minimum);
