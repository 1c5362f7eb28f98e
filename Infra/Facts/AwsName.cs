using System.Text.RegularExpressions;

namespace Infra.Facts;

/// <summary>The names that AWS and the Terraform provider accept for a type of resource.</summary>
/// <param name="Type">The Pulumi type token.</param>
/// <param name="Input">The input for the name. If the program does not set it, Pulumi derives the name from the logical name.</param>
/// <param name="MaxLength">The maximum number of characters.</param>
/// <param name="Characters">The allowed characters, as the content of a regular expression's character class.</param>
/// <param name="Scope">The scope in which the name must be unique.</param>
/// <param name="Source">The URL of the documentation.</param>
internal sealed record AwsName(string Type, string Input, int MaxLength, string Characters, NameScope Scope, string Source)
{
    /// <summary>
    /// Pulumi appends a dash and seven hexadecimal digits to a logical name, and fails instead of truncating it.
    /// https://www.pulumi.com/docs/iac/concepts/resources/names/
    /// </summary>
    private const int RandomLength = 8;

    private const int HashLength = 6;

    public int MinLength { get; init; } = 1;

    /// <summary>Prefixes that AWS reserves, in any case.</summary>
    public IReadOnlyList<string> ReservedPrefixes { get; init; } = [];

    /// <summary>A regular expression that names must not match, such as consecutive or trailing dashes.</summary>
    public string? Forbidden { get; init; }

    /// <summary>Whether names that differ only in case are the same.</summary>
    public bool IgnoresCase { get; init; }

    /// <summary>The length of a suffix after the random characters, such as that of a FIFO queue.</summary>
    public int MaxSuffixLength { get; init; }

    private int MaxLogicalNameLength => MaxLength - RandomLength - MaxSuffixLength;

    public bool Allows(string name) =>
        name.Length >= MinLength
        && name.Length <= MaxLength
        && Regex.IsMatch(name, $"^[{Characters}]+\\z", RegexOptions.CultureInvariant)
        && !HasReservedPrefix(name)
        && (Forbidden is null || !Regex.IsMatch(name, Forbidden, RegexOptions.CultureInvariant));

    /// <summary>
    /// A logical name that Pulumi can derive a valid name from: the given one, or one that is shortened or prefixed and ends in a hash of
    /// the given one.
    /// </summary>
    public string Fit(string logicalName)
    {
        var isReserved = HasReservedPrefix(logicalName);
        if (logicalName.Length <= MaxLogicalNameLength && !isReserved)
        {
            return logicalName;
        }

        var prefix = isReserved ? "x-" : "";
        var room = MaxLogicalNameLength - prefix.Length - HashLength - 1;
        var cut = logicalName[..Math.Min(logicalName.Length, room)].TrimEnd('-', '_', '.', '/');
        return $"{prefix}{cut}-{ShortHash.Of(logicalName, HashLength)}";
    }

    private bool HasReservedPrefix(string name) => ReservedPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
