namespace Infra.Configuration.Binding;

/// <summary>Messages for problems that depend on the type of a value.</summary>
internal static class ProblemText
{
    private const int MaxHintLength = 120;

    /// <summary>The problem of an item of a list or map without a value.</summary>
    public static string NoItem(ConfigType type) => type.Kind is ConfigKind.Text
        ? "has no value; write \"\" for an empty text, and put text that starts with # in quotes"
        : "has no value; set it or remove it";

    public static string Required(ConfigMember member) => "is required" + Wanted(member);

    public static string NoValue(ConfigMember member) =>
        member.IsRequired ? "has no value" + (Wanted(member) is { Length: > 0 } wanted ? wanted : "; set it")
        : member.Type.Kind is not ConfigKind.Block ? "has no value; set it or remove the key"
        : member.Type.Members.Any(inner => inner.IsRequired) ? "has no value; add its keys below or remove the key"
        : "has no value; add its keys below, write {} to use all defaults, or remove the key";

    /// <summary>The problem of an encrypted value in a key that ends up in plain text.</summary>
    public static string Encrypted(ConfigMember member) => member.SecretHint is { } reference
        ? "contains an encrypted value, which would end up in plain text; set it as a separate key with "
            + $"`pulumi config set --secret <name> <value>` and reference that as {reference}"
        : "contains an encrypted value, but nothing in it is secret; write it in plain text, without secure:";

    /// <summary>Worded to follow the value.</summary>
    public static string WrongType(ConfigType type, Constraints constraints) => $"is not {Described(type)}" + (type.Kind switch
    {
        ConfigKind.List => "; write [first, second], or one \"- item\" per line",
        ConfigKind.Map => "; write one \"name: value\" per line",
        _ => Hint(type, constraints),
    });

    /// <summary>Worded to follow the value.</summary>
    public static string OutOfRange(ConfigType type, Constraints constraints) => "is out of range" + Hint(type, constraints);

    /// <summary>Worded to follow the value.</summary>
    public static string NotOneOf(object? value, IReadOnlyList<string> allowed, bool maySuggest)
    {
        var suggestion = maySuggest && value is string text ? Suggestion.For(text, allowed) : null;
        return $"is not one of {Phrase.Or(allowed)}{Phrase.DidYouMean(suggestion)}";
    }

    private static string Wanted(ConfigMember member)
    {
        var hint = Hint(member.Type, member.Constraints);
        return hint.Length > 0 || member.Type.Kind is ConfigKind.Text or ConfigKind.Choice ? hint : $"; use {Described(member.Type)}";
    }

    private static string Hint(ConfigType type, Constraints constraints) => type.Kind switch
    {
        ConfigKind.List or ConfigKind.Map => "",
        ConfigKind.Block => Short($"its {Keys(type)}") is { Length: > 0 } keys ? keys : "; write its keys on the lines below",
        _ => constraints.Allowed(type) is { } allowed ? Short($"use {allowed}") : "",
    };

    private static string Short(string hint) => hint.Length <= MaxHintLength ? $"; {hint}" : "";

    public static string Keys(ConfigType type) =>
        (type.Members.Count == 1 ? "only key is " : "keys are ") + Phrase.And([.. type.Members.Select(member => member.Name)]);

    private static string Described(ConfigType type) => type.Kind switch
    {
        ConfigKind.Text => "text",
        ConfigKind.Flag => "true or false",
        _ => $"a {type.Name}",
    };
}
