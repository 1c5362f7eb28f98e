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

    /// <summary>A regular expression for editors that finds every accepted text; null if there is none.</summary>
    public virtual string? Pattern => null;

    /// <summary>Every accepted text, if there is a list.</summary>
    public virtual IReadOnlyCollection<string>? Values => null;

    public abstract bool Accepts(string text);

    /// <summary>The problem of a text, worded to follow the text; null if there is none.</summary>
    public virtual string? ProblemOf(string text) => Accepts(text) ? null : $"is not valid; use {Description}";
}

/// <summary>The whole text must match a regular expression.</summary>
internal sealed class PatternAttribute(string pattern, string description) : TextRuleAttribute(description)
{
    public override string Pattern => pattern;

    public override bool Accepts(string text) => WholeText.Matches(text, pattern);
}

/// <summary>The form of a text for editors: rules check it more closely, with other messages.</summary>
/// <param name="pattern">A regular expression that finds every accepted text; null if there is none.</param>
/// <param name="examples">Examples for completion.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ShapeAttribute(string? pattern, params string[] examples) : Attribute
{
    public string? Pattern => pattern;

    public IReadOnlyList<string> Examples => examples;
}

/// <summary>The whole name of each map entry must match a regular expression.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class KeysAttribute(string pattern, string description) : ValidationAttribute
{
    public string Description { get; } = description;

    public string Pattern => pattern;

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

/// <summary>Two stacks cannot share the value: a copy of a stack file needs another one.</summary>
/// <param name="reason">Why, worded to follow the key and a comma.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PerStackAttribute(string reason) : Attribute
{
    public string Reason => reason;

    /// <summary>The top-level key of what the stacks share; without that key the value may be the same.</summary>
    public string? SharedBy { get; init; }

    /// <summary>A key with which the stacks share the value on purpose, such as <c>domain.nearestRegion</c>.</summary>
    public string? Unless { get; init; }

    /// <summary>Whether the same value works too, although most stacks want another one.</summary>
    public bool MayBeSame { get; init; }
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
