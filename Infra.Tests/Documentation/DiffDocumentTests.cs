using System.Text.RegularExpressions;
using Infra.Sandbox;
using Infra.Tests.Support;

namespace Infra.Tests.Documentation;

/// <summary>
/// The examples of <c>diff</c> in docs/operations.md. A marker before each says which texts of a stack file are replaced:
/// <c>&lt;!-- diff Pulumi.dev.yaml: "old" => "new" --&gt;</c>.
/// </summary>
public sealed partial class DiffDocumentTests
{
    private const string End = "<!-- end of diff -->";

    private static readonly Document Operations = new("docs/operations.md");

    public static TheoryData<string> Markers => [.. Operations.Lines.Where(line => line.StartsWith("<!-- diff ", StringComparison.Ordinal))];

    [Fact]
    public void Examples_CoverTheEditsThatTeamsAskAbout() => Assert.Equal(8, Markers.Count);

    [Theory]
    [MemberData(nameof(Markers))]
    public async Task Example_IsWhatTheCommandPrints(string marker)
    {
        var match = Marker().Match(marker);
        Assert.True(match.Success, marker);
        var lines = await DiffAsync(match.Groups["file"].Value, Replacement().Matches(match.Groups["edits"].Value));
        var shown = match.Groups["lines"] is { Success: true } limit ? [.. lines.Take(int.Parse(limit.Value, null)), "…"] : lines;

        Operations.Match(marker, End, $"```text\n{string.Join('\n', shown)}\n```");
    }

    private static async Task<string[]> DiffAsync(string file, IEnumerable<Match> replacements)
    {
        var old = await File.ReadAllTextAsync(RepositoryFiles.Path(file.Split('/')));
        var name = Path.GetFileName(file);
        using var project = new TemporaryProject(
            ("Pulumi.yaml", await File.ReadAllTextAsync(RepositoryFiles.Path("Pulumi.yaml"))), (name, old), ("edited.yaml", replacements.Aggregate(old, Replace)));
        var (output, error) = (new StringWriter(), new StringWriter());
        await SandboxCommands.RunAsync(
            ["diff", StackOf(name), "--from", name, "--to", "edited.yaml"], new Terminal(output, error, project.Directory, HasColors: false));

        Assert.Equal("", error.ToString());
        return output.ToString().ReplaceLineEndings("\n").TrimEnd().Split('\n');
    }

    private static string Replace(string text, Match replacement)
    {
        var (old, @new) = (Unescape(replacement.Groups["old"].Value), Unescape(replacement.Groups["new"].Value));
        Assert.Contains(old, text, StringComparison.Ordinal);
        return text.Replace(old, @new, StringComparison.Ordinal);
    }

    private static string Unescape(string text) => text.Replace("\\n", "\n", StringComparison.Ordinal);

    private static string StackOf(string file) => file.Replace("Pulumi.", "", StringComparison.Ordinal).Replace(".yaml", "", StringComparison.Ordinal);

    [GeneratedRegex("^<!-- diff (?<file>[^:,]+)(, first (?<lines>[0-9]+) lines)?: (?<edits>.+) -->$")]
    private static partial Regex Marker();

    [GeneratedRegex("\"(?<old>[^\"]+)\" => \"(?<new>[^\"]*)\"")]
    private static partial Regex Replacement();
}
