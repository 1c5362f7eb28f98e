using System.Text.RegularExpressions;

namespace Infra.Sandbox.NewStacks;

/// <summary>The first line of a stack file, which names the schema for editors.</summary>
/// <param name="Path">The path of the schema from the folder of the file.</param>
internal sealed partial record SchemaLine(string Path)
{
    private const string Schema = "docs/stack-file.schema.json";

    public static SchemaLine For(string projectDirectory, string stackDirectory) =>
        new(System.IO.Path.GetRelativePath(stackDirectory, System.IO.Path.Combine(projectDirectory, Schema)).Replace('\\', '/'));

    /// <summary>The text with this line instead of one for another folder.</summary>
    public string ReplaceIn(string text) => Line().Replace(text, ToString(), 1);

    public override string ToString() => $"# yaml-language-server: $schema={Path}";

    [GeneratedRegex(@"^# yaml-language-server: \$schema=\S+", RegexOptions.Multiline)]
    private static partial Regex Line();
}
