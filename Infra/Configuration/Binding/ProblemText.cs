namespace Infra.Configuration.Binding;

/// <summary>The problems that depend on the type of a value, as they are worded for operators.</summary>
internal static class ProblemText
{
    private const int MaxHintLength = 120;

    /// <summary>For an item of a list or map.</summary>
    public static string NoItem(ConfigType type) => type.Kind is ConfigKind.Text
        ? "has no value; write \"\" if it is meant to be empty, and put a text that begins with # in quotes"
        : "has no value; give it one or remove it";

    public static string Required(ConfigMember member) => "is required" + Wanted(member);

    public static string NoValue(ConfigMember member) =>
        member.IsRequired ? "has no value" + Wanted(member)
        : member.Type.Kind is not ConfigKind.Block ? "has no value; give it one or remove the key"
        : member.Type.Members.Any(inner => inner.IsRequired) ? "has no value; write its keys below it or remove the key"
        : "has no value; write its keys below it, or {} if all its defaults are meant, or remove the key";

    /// <summary>For a value that must not be a secret, because it is written out where everybody can read it.</summary>
    public static string Encrypted(ConfigMember member) => member.SecretPlace is { } place
        ? "holds an encrypted value, which would be shown in plain text; give it a key of its own with "
            + $"`pulumi config set --secret <name> <value>` and refer to that as {place}"
        : "holds an encrypted value, but nothing in it is secret; write it in plain text, without secure:";

    /// <summary>To be read after the value.</summary>
    public static string WrongType(ConfigType type, Constraints constraints) => $"is not {Described(type)}" + (type.Kind switch
    {
        ConfigKind.List => "; write [first, second], or each item in a line of its own that begins with -",
        ConfigKind.Map => "; write each entry in a line of its own as name: value",
        _ => Hint(type, constraints),
    });

    /// <summary>To be read after the value.</summary>
    public static string OutOfRange(ConfigType type, Constraints constraints) => "is out of range" + Hint(type, constraints);

    /// <summary>To be read after the value.</summary>
    public static string NotOneOf(object? value, IReadOnlyList<string> allowed, bool maySuggest)
    {
        var suggestion = maySuggest && value is string text ? Suggestion.For(text, allowed) : null;
        return $"is not one of {Wording.Or(allowed)}{Wording.DidYouMean(suggestion)}";
    }

    private static string Wanted(ConfigMember member)
    {
        var hint = Hint(member.Type, member.Constraints);
        return hint.Length > 0 || member.Type.Kind is ConfigKind.Text or ConfigKind.Choice ? hint : $"; use {Described(member.Type)}";
    }

    private static string Hint(ConfigType type, Constraints constraints) => type.Kind switch
    {
        ConfigKind.List or ConfigKind.Map => "",
        ConfigKind.Block => Short($"its {Keys(type)}") is { Length: > 0 } keys ? keys : "; write its keys in the lines below it",
        _ => constraints.Allowed(type) is { } allowed ? Short($"use {allowed}") : "",
    };

    private static string Short(string hint) => hint.Length <= MaxHintLength ? $"; {hint}" : "";

    public static string Keys(ConfigType type) =>
        (type.Members.Count == 1 ? "only key is " : "keys are ") + Wording.And([.. type.Members.Select(member => member.Name)]);

    private static string Described(ConfigType type) => type.Kind switch
    {
        ConfigKind.Text => "text",
        ConfigKind.Flag => "true or false",
        _ => $"a {type.Name}",
    };
}
