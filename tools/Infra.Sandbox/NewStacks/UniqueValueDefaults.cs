using System.Globalization;
using System.Text.RegularExpressions;
using Infra.Networking;

namespace Infra.Sandbox.NewStacks;

/// <summary>Derives the values of a new stack from those of the stack that it copies.</summary>
/// <param name="oldStack">The name of the copied stack; null for a file that is not the file of a stack.</param>
/// <param name="newStack">The name of the new stack.</param>
/// <param name="values">The values of the copied stack that the new one cannot share.</param>
/// <param name="networks">The ranges of the networks of all stacks.</param>
internal sealed partial class UniqueValueDefaults(
    string? oldStack, string newStack, IReadOnlyList<UniqueValue> values, IReadOnlyList<Ipv4Cidr> networks)
{
    /// <summary>The value that follows from an answer, such as a name below the domain; null if it must be asked for.</summary>
    public string? Following(UniqueValue value, IReadOnlyDictionary<string, string> answers)
    {
        foreach (var (key, answer) in answers)
        {
            var old = values.FirstOrDefault(other => other.Key == key);
            if (old is not null && old != value && (Below(value.Value, old.Value, answer) ?? Inside(value.Value, old.Value, answer)) is { } following)
            {
                return following;
            }
        }

        return null;
    }

    /// <summary>The value to suggest; null if there is none.</summary>
    public string? Suggestion(UniqueValue value, IReadOnlyDictionary<string, string> answers)
    {
        if (Ipv4Cidr.TryParse(value.Value, out var range))
        {
            return range.PrefixLength <= SubnetPlan.SmallestPrefixLength
                ? NetworkRanges.Free(range, networks)
                : NetworkRanges.Next(range, [.. RangesOf(values.Select(other => other.Value)), .. RangesOf(answers.Values)]);
        }

        if (int.TryParse(value.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return FreeNumber(number, [.. values.Select(other => other.Value), .. answers.Values]);
        }

        return Renamed(value.Value) is { } renamed && renamed != value.Value ? renamed
            : value.Value.StartsWith("arn:", StringComparison.Ordinal) ? null
            : value.Rule.MayBeSame ? value.Value
            : WithSuffix(value.Value);
    }

    private string? Renamed(string text) => oldStack is null
        ? null
        : Regex.Replace(text, $"(?<![A-Za-z0-9]){Regex.Escape(oldStack)}(?![A-Za-z0-9])", newStack.Replace("$", "$$", StringComparison.Ordinal));

    // shop.example.com becomes shop-staging.example.com, and shop-users becomes shop-users-staging.
    private string? WithSuffix(string text) => Label().Match(text) is { Success: true } match
        ? $"{match.Groups["wildcard"].Value}{match.Groups["label"].Value}-{newStack.ToLowerInvariant()}{match.Groups["rest"].Value}"
        : null;

    private static string? Below(string name, string oldDomain, string newDomain) =>
        oldDomain.Contains('.', StringComparison.Ordinal) && (name == oldDomain || name.EndsWith($".{oldDomain}", StringComparison.Ordinal))
            ? name[..^oldDomain.Length] + newDomain
            : null;

    private static string? Inside(string range, string oldRange, string newRange) =>
        Ipv4Cidr.TryParse(range, out var inner) && Ipv4Cidr.TryParse(oldRange, out var from) && Ipv4Cidr.TryParse(newRange, out var to)
        && inner.IsWithin(from) && inner != from && from.PrefixLength == to.PrefixLength
            ? NetworkRanges.Moved(inner, from, to)
            : null;

    private static IEnumerable<Ipv4Cidr> RangesOf(IEnumerable<string> texts) => texts.Select(Ipv4Cidr.Normalize).OfType<Ipv4Cidr>();

    private static string FreeNumber(int number, HashSet<string> taken) => Enumerable.Range(1, taken.Count + 1)
        .Select(steps => (number + (10 * steps)).ToString(CultureInfo.InvariantCulture))
        .First(free => !taken.Contains(free));

    [GeneratedRegex(@"^(?<wildcard>\*\.)?(?<label>[a-z0-9-]+)(?<rest>(\.[a-z0-9-]+)*)\z")]
    private static partial Regex Label();
}
