using System.Text.RegularExpressions;

namespace Infra.Facts;

/// <summary>The names that AWS, or the provider before it, accepts for resources of one type.</summary>
/// <param name="Type">Pulumi's type.</param>
/// <param name="Input">The input that holds the name. Where the program leaves it out, Pulumi makes one from the logical name.</param>
/// <param name="Longest">The most characters.</param>
/// <param name="Characters">The characters allowed, as the inside of a character class.</param>
/// <param name="Scope">Where it must be unique.</param>
/// <param name="Source">Where this is written.</param>
internal sealed record AwsName(string Type, string Input, int Longest, string Characters, NameScope Scope, string Source)
{
    /// <summary>
    /// Pulumi adds a dash and seven hexadecimal digits to a logical name, and refuses to cut it.
    /// https://www.pulumi.com/docs/iac/concepts/resources/names/
    /// </summary>
    private const int RandomLength = 8;

    private const int HashLength = 6;

    public int Shortest { get; init; } = 1;

    /// <summary>Beginnings that AWS keeps for itself, in whatever case.</summary>
    public IReadOnlyList<string> ReservedBeginnings { get; init; } = [];

    /// <summary>What else a name must not contain, as a regular expression: such as two dashes in a row, or one at an end.</summary>
    public string? Forbidden { get; init; }

    /// <summary>Whether two names that differ in case only are the same name.</summary>
    public bool IgnoresCase { get; init; }

    /// <summary>What stands after the random characters, such as that of a FIFO queue.</summary>
    public int LongestEnding { get; init; }

    private int LongestLogicalName => Longest - RandomLength - LongestEnding;

    public bool Allows(string name) =>
        name.Length >= Shortest
        && name.Length <= Longest
        && Regex.IsMatch(name, $"^[{Characters}]+\\z", RegexOptions.CultureInvariant)
        && !BeginsReserved(name)
        && (Forbidden is null || !Regex.IsMatch(name, Forbidden, RegexOptions.CultureInvariant));

    /// <summary>
    /// The logical name of such a resource: the given one, or where Pulumi could make no name of that, a shorter or longer one with a
    /// hash of it.
    /// </summary>
    public string Fit(string logicalName)
    {
        var isReserved = BeginsReserved(logicalName);
        if (logicalName.Length <= LongestLogicalName && !isReserved)
        {
            return logicalName;
        }

        var beginning = isReserved ? "x-" : "";
        var room = LongestLogicalName - beginning.Length - HashLength - 1;
        var cut = logicalName[..Math.Min(logicalName.Length, room)].TrimEnd('-', '_', '.', '/');
        return $"{beginning}{cut}-{ShortHash.Of(logicalName, HashLength)}";
    }

    private bool BeginsReserved(string name) => ReservedBeginnings.Any(beginning => name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));
}
