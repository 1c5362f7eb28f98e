using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Infra.Configuration.StackFiles;

namespace Infra.Configuration.Binding;

/// <summary>
/// A rule for text: on a text property, or for each item of a list or map of text. The description completes
/// "use …", as in "use an IPv4 range such as 10.0.0.0/16".
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal abstract class TextRuleAttribute(string description) : ValidationAttribute
{
    public string Description { get; } = description;

    public abstract bool Accepts(string text);

    /// <summary>What is wrong with a text, to be read after it; null when nothing is.</summary>
    public virtual string? ProblemOf(string text) => Accepts(text) ? null : $"is not valid; use {Description}";
}

/// <summary>The whole text must match the regular expression.</summary>
internal sealed class PatternAttribute(string pattern, string description) : TextRuleAttribute(description)
{
    public override bool Accepts(string text) => WholeText.Matches(text, pattern);
}

/// <summary>Each name in a map must match the regular expression as a whole.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class KeysAttribute(string pattern, string description) : ValidationAttribute
{
    public string Description { get; } = description;

    public bool Accepts(string name) => WholeText.Matches(name, pattern);
}

/// <summary>What a key without a value of its own follows from, in the words of the configuration reference.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DerivedDefaultAttribute(string words) : Attribute
{
    public string Words { get; } = words;
}

/// <summary>The place in the block that takes the name of an encrypted value instead of the value.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecretPlaceAttribute(string place) : Attribute
{
    public string Place => place;
}

/// <summary>No item of the list may appear twice.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class UniqueAttribute : ValidationAttribute;

internal static class WholeText
{
    // There are more patterns than .NET keeps parsed.
    private static readonly ConcurrentDictionary<string, Regex> Parsed = [];

    // The length matters: "$" also matches before a line break at the end.
    public static bool Matches(string text, string pattern) =>
        Parsed.GetOrAdd(pattern, static pattern => new Regex(pattern, RegexOptions.CultureInvariant)).Match(text) is { Success: true } match
        && match.Length == text.Length;
}
