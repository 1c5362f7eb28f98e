using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Infra.Sandbox.Changes.Facts;

/// <summary>
/// The inputs that AWS cannot change on an existing resource. They are those of the provider that Pulumi's AWS provider 7 is built from (6.x);
/// measured with the last 5.x, and corrected by the differences between them.
/// </summary>
internal static partial class ReplacementFacts
{
    private const string AllTypes = "*";
    private const string Replaces = "replace";
    private const string Depends = "depends";

    private static readonly Lazy<FrozenDictionary<string, string[]>> Measured = new(() => ChangeFacts.Read("replacement")
        .Select(line => line.Split(' '))
        .ToFrozenDictionary(words => words[0], words => words[1..]));

    private static readonly Lazy<ProviderDifference[]> Differing = new(() =>
        [.. ChangeFacts.Read("provider-differences").Select(line => line.Split(' ', 4)).Select(Difference)]);

    private static readonly Lazy<FrozenDictionary<string, string>> DeletedFirst = new(() => ChangeFacts.Read("deleted-first")
        .Select(line => line.Split(' ', 2))
        .ToFrozenDictionary(words => words[0], words => words[1]));

    /// <summary>The Pulumi types with facts.</summary>
    public static IEnumerable<string> Types => Measured.Value.Keys;

    /// <summary>The differences between the measured provider and the one that Pulumi uses.</summary>
    public static IReadOnlyList<ProviderDifference> Differences => Differing.Value;

    /// <summary>Whether a change of an input replaces the resource, whatever the values; <see cref="ReplacementConditions"/> has the rest.</summary>
    /// <param name="type">The Pulumi type.</param>
    /// <param name="path">The input: <c>volumes[0].efsVolumeConfiguration.rootDirectory</c>, with or without indexes.</param>
    public static bool ForcesReplacement(string type, string path)
    {
        var input = WithoutIndexes(path);
        return Differences.FirstOrDefault(difference => difference.Type == type && !difference.Depends && Contains(difference.Input, input))?.Replaces
            ?? (Measured.Value.GetValueOrDefault(type, []).Any(fact => Matches(fact, input))
                || Differences.Any(difference => difference is { Type: AllTypes, Replaces: true } && difference.Input == input));
    }

    /// <summary>Whether the provider measured replaces the resource, for comparisons with that provider.</summary>
    public static bool ForcesReplacementWhenMeasured(string type, string path)
    {
        var input = WithoutIndexes(path);
        return Measured.Value.GetValueOrDefault(type, []).Any(fact => Matches(fact, input));
    }

    /// <summary>The reason for which Pulumi deletes a resource of a type before it creates the replacement; null if it does not.</summary>
    public static string? ReasonToDeleteFirst(string type) => DeletedFirst.Value.GetValueOrDefault(type);

    /// <summary>A path without its indexes: <c>ingress[0].fromPort</c> is <c>ingress.fromPort</c>.</summary>
    public static string WithoutIndexes(string path) => path.Contains('[', StringComparison.Ordinal) ? Indexes().Replace(path, "") : path;

    private static bool Matches(string fact, string input) => fact[0] == '+' ? fact.AsSpan(1).SequenceEqual(input) : Contains(fact, input);

    private static bool Contains(string outer, string input) =>
        input.StartsWith(outer, StringComparison.Ordinal) && (input.Length == outer.Length || input[outer.Length] == '.');

    private static ProviderDifference Difference(string[] words) => new(words[0], words[1], words[2] == Replaces, words[2] == Depends, words[3]);

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Indexes();
}

/// <summary>An input that the provider of Pulumi treats differently from the one measured.</summary>
/// <param name="Type">The Pulumi type, or <c>*</c> for all.</param>
/// <param name="Input">The input.</param>
/// <param name="Replaces">Whether Pulumi's provider replaces the resource for any change.</param>
/// <param name="Depends">Whether that depends on the values: see <see cref="ReplacementConditions"/>.</param>
/// <param name="Reason">A sentence with the reason.</param>
internal sealed record ProviderDifference(string Type, string Input, bool Replaces, bool Depends, string Reason);
