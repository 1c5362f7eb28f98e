using System.Collections;
using Infra.Configuration.Binding;

namespace Infra.Configuration.Reference;

internal sealed record ReferenceRow(string Key, string Type, string Default, string Allowed, string Meaning)
{
    public override string ToString() => $"| `{Key}` | {Cell(Type)} | {Cell(Default)} | {Cell(Allowed)} | {Cell(Meaning)} |";

    // A bar ends a table cell, even in a code span.
    private static string Cell(string text) => text.Replace("|", "\\|");
}

/// <summary>Creates the rows of reference tables. Keys of nested blocks have dotted names.</summary>
internal sealed class ReferenceRows(XmlDocs docs)
{
    private readonly List<string> _undocumented = [];

    /// <summary>The properties without a summary found so far.</summary>
    public IReadOnlyList<string> Undocumented => [.. _undocumented.Distinct()];

    /// <summary>The rows of some keys inside a top-level key.</summary>
    public List<ReferenceRow> Inside(ConfigMember member, IReadOnlyCollection<ConfigMember> members) => member.Type.Kind switch
    {
        ConfigKind.List => RowsOf("[]", member.Type.Item!, null, members),
        ConfigKind.Map => RowsOf("<name>", member.Type.Item!, null, members),
        _ => RowsOf("", member.Type, null, members),
    };

    /// <summary>The row of a key without the keys inside it.</summary>
    public ReferenceRow Of(string key, ConfigMember member, object defaults, string? optionalBlock = null) => new(
        key, member.Type.Name, Default(member, defaults, optionalBlock), AllowedIn(member.Type, member.Constraints), Meaning(member));

    /// <summary>Whether a top-level key is required, and its type.</summary>
    public string Status(ConfigMember member)
    {
        var allowed = AllowedIn(member.Type, member.Constraints);
        return $"*{(member.IsRequired ? "Required" : "Optional")} {member.Type.Name}{(allowed.Length > 0 ? "; " : "")}{allowed}.*";
    }

    public string Meaning(ConfigMember member)
    {
        if (docs.SummaryOf(member.Property) is { } summary)
        {
            return summary;
        }

        _undocumented.Add($"{member.Property.DeclaringType!.Name}.{member.Property.Name}");
        return "";
    }

    private List<ReferenceRow> Inside(string key, ConfigType type, string? optionalBlock) => type.Kind switch
    {
        ConfigKind.List => Inside($"{key}[]", type.Item!, null),
        ConfigKind.Map => Inside(Join(key, "<name>"), type.Item!, null),
        ConfigKind.Block => RowsOf(key, type, optionalBlock, type.Members),
        _ => [],
    };

    private List<ReferenceRow> RowsOf(string parent, ConfigType block, string? optionalBlock, IReadOnlyCollection<ConfigMember> members)
    {
        List<ReferenceRow> rows = [];
        var defaults = block.NewBlock();
        foreach (var member in members)
        {
            var key = Join(parent, member.Name);
            rows.Add(Of(key, member, defaults, optionalBlock));
            rows.AddRange(Inside(key, member.Type, member.Type.Kind is ConfigKind.Block && !member.IsRequired ? key : optionalBlock));
        }

        return rows;
    }

    private string AllowedIn(ConfigType type, Constraints constraints) => constraints.Allowed(type, name => Explained(name, type.Leaf)) ?? "";

    private string Explained(string name, ConfigType type)
    {
        var field = type.Kind is ConfigKind.Choice ? type.Choices.First(choice => choice.Name == name).Field : null;
        return field is not null && docs.SummaryOf(field) is { } summary ? $"`{name}` ({FirstSentence(summary)})" : $"`{name}`";
    }

    private static string FirstSentence(string summary) => summary.Split(". ")[0].TrimEnd('.');

    private static string Default(ConfigMember member, object defaults, string? optionalBlock)
    {
        if (member.IsRequired)
        {
            return optionalBlock is null ? "required" : $"required in `{optionalBlock}`";
        }

        return member.Type.Kind is ConfigKind.Block ? "optional"
            : member.DerivedDefault ?? Display(member.Get(defaults)) ?? "optional";
    }

    private static string? Display(object? value) => value switch
    {
        null => null,
        IDictionary map => Display(map.Keys),
        string text => text.Length > 0 ? $"`{text}`" : "empty",
        IEnumerable items when items.Cast<object>().ToList() is var list => list.Count > 0 ? string.Join(", ", list.Select(Display)) : null,
        _ => $"`{DisplayText.Of(value)}`",
    };

    private static string Join(string parent, string name) => parent.Length > 0 ? $"{parent}.{name}" : name;
}
