using Infra.Configuration.Binding;

namespace Infra.Configuration.Reference;

/// <summary>Generates the configuration reference for operators from the configuration records.</summary>
internal static class ConfigReference
{
    /// <summary>
    /// The reference for a record with a property for each top-level key: a table of the keys that are not blocks, then a section for
    /// each block.
    /// </summary>
    public static string Write(Type root, string project, XmlDocs docs)
    {
        var rows = new ReferenceRows(docs);
        var isBlock = ConfigType.Of(root).Members.ToLookup(member => member.Type.Leaf.Kind is ConfigKind.Block);
        var defaults = ConfigType.Of(root).NewBlock();
        var others = isBlock[false].Select(member => rows.Of($"{project}:{member.Name}", member, defaults)).ToList();
        var described = new DescribedKeys();
        var sections = isBlock[true].Select(member => Section(project, member, rows, described));
        var text = string.Join('\n', others.Count > 0 ? [Table(others), .. sections] : sections);
        return rows.Undocumented.Count == 0 ? text : throw new InvalidOperationException(
            $"the configuration reference needs a <summary> on {Phrase.And(rows.Undocumented)}");
    }

    // Shared keys are described in the first block that has them; the others refer to it.
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
