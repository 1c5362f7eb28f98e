using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace Infra.Configuration.Binding;

/// <summary>
/// A format for text, or for each item of a list or map of text. The description completes "use …", as in
/// "use an IPv4 range such as 10.0.0.0/16".
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal abstract class TextRuleAttribute(string description) : ValidationAttribute
{
    public string Description { get; } = description;

    public abstract bool Accepts(string text);

    /// <summary>The problem of a text, worded to follow the text; null if there is none.</summary>
    public virtual string? ProblemOf(string text) => Accepts(text) ? null : $"is not valid; use {Description}";
}

/// <summary>The whole text must match a regular expression.</summary>
internal sealed class PatternAttribute(string pattern, string description) : TextRuleAttribute(description)
{
    public override bool Accepts(string text) => WholeText.Matches(text, pattern);
}

/// <summary>The whole name of each map entry must match a regular expression.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class KeysAttribute(string pattern, string description) : ValidationAttribute
{
    public string Description { get; } = description;

    public bool Accepts(string name) => WholeText.Matches(name, pattern);
}

/// <summary>Describes, in the configuration reference, a default that is derived from other keys.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DerivedDefaultAttribute(string description) : Attribute
{
    public string Description => description;
}

/// <summary>The key that references an encrypted value by name, as shown to operators who put the value itself in the block.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecretHintAttribute(string reference) : Attribute
{
    public string Reference => reference;
}

/// <summary>The list must not contain duplicates.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class UniqueAttribute : ValidationAttribute;

internal static class WholeText
{
    // There are more patterns than .NET keeps parsed.
    private static readonly ConcurrentDictionary<string, Regex> Parsed = [];

    // Compares lengths because "$" also matches before a trailing line break.
    public static bool Matches(string text, string pattern) =>
        Parsed.GetOrAdd(pattern, static pattern => new Regex(pattern, RegexOptions.CultureInvariant)).Match(text) is { Success: true } match
        && match.Length == text.Length;
}
