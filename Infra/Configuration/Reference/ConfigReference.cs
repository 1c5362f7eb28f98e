using Infra.Configuration.Binding;

namespace Infra.Configuration.Reference;

/// <summary>A top-level key of the stack file, the type it is bound to, and what it is for.</summary>
internal sealed record ReferenceBlock(string Key, Type Type, string Summary);

/// <summary>Writes the operator's reference of the configuration from the records that it is bound to.</summary>
internal static class ConfigReference
{
    /// <summary>A Markdown section with a table for each block.</summary>
    public static string Write(IReadOnlyList<ReferenceBlock> blocks, XmlDocs docs) =>
        Complete(new ReferenceRows(docs), rows => [.. blocks.Select(block =>
            Section(block.Key, block.Summary, rows.Of(block.Key, ConfigType.Of(block.Type), block.Summary)))]);

    /// <summary>
    /// The reference for a record that has a property for each top-level key: a table of the keys that are not blocks,
    /// then a section for each block.
    /// </summary>
    public static string Write(Type root, string project, XmlDocs docs) => Complete(new ReferenceRows(docs), rows =>
    {
        var isBlock = ConfigType.Of(root).Members.ToLookup(member => member.Type.Leaf.Kind is ConfigKind.Block);
        var defaults = ConfigType.Of(root).NewBlock();
        var others = isBlock[false].Select(member => rows.Of($"{project}:{member.Name}", member, defaults)).ToList();
        var described = new DescribedKeys();
        var sections = isBlock[true].Select(member => Section(project, member, rows, described));
        return others.Count > 0 ? [Table(others), .. sections] : [.. sections];
    });

    private static string Complete(ReferenceRows rows, Func<ReferenceRows, IReadOnlyList<string>> sections)
    {
        var text = string.Join('\n', sections(rows));
        return rows.Undocumented.Count == 0 ? text : throw new InvalidOperationException(
            $"the configuration reference needs a <summary> on {Wording.And(rows.Undocumented)}");
    }

    // Blocks that share keys are described once: the first has them all, the others say where to look.
    private static string Section(string project, ConfigMember member, ReferenceRows rows, DescribedKeys described)
    {
        var key = $"{project}:{member.Name}";
        var (own, shared) = described.Split(member.Type.Leaf, key);
        var summary = $"{rows.Meaning(member)}\n\n{rows.Status(member)}";
        return Section(
            key,
            shared.Count > 0 ? $"{summary}\n\n{DescribedKeys.Reference(shared)}" : summary,
            rows.Inside(member, own));
    }

    private static string Section(string key, string summary, IReadOnlyList<ReferenceRow> rows) => rows.Count == 0
        ? $"""
        ### `{key}`

        {summary}

        """
        :
        $"""
        ### `{key}`

        {summary}

        {Table(rows)}
        """;

    private static string Table(IReadOnlyList<ReferenceRow> rows) =>
        $"""
        | Key | Type | Required / default | Allowed | Meaning |
        | --- | --- | --- | --- | --- |
        {string.Join('\n', rows)}

        """;
}
