using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Infra.Sandbox;
using Infra.Tests.Support;

namespace Infra.Tests.Documentation;

public sealed partial class EditingDocumentTests
{
    private static readonly Document Editing = new("docs/editing.md");

    private static readonly string Schema = File.ReadAllText(RepositoryFiles.Path("docs", "stack-file.schema.json"));

    private static readonly string[] Copied = ["Pulumi.yaml", "Pulumi.dev.yaml", "Pulumi.prod.yaml"];

    public static TheoryData<string> New => [.. Editing.Lines.Where(line => line.StartsWith("<!-- new: ", StringComparison.Ordinal))];

    public static TheoryData<string> Help => [.. Editing.Lines.Where(line => line.StartsWith("<!-- schema: ", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(New))]
    public async Task New_IsWhatTheCommandPrints(string marker)
    {
        var match = NewMarker().Match(marker);
        using var project = new TemporaryProject([.. Copied.Select(file => (file, File.ReadAllText(RepositoryFiles.Path(file))))]);
        var output = new StringWriter();
        var answers = match.Groups["answers"] is { Success: true } typed ? new Typed(typed.Value.Split('|'), output) : null;

        await SandboxCommands.RunAsync(
            ["new", .. match.Groups["arguments"].Value.Split(' ')], new Terminal(output, output, project.Directory, HasColors: false) { In = answers });

        var lines = output.ToString().ReplaceLineEndings("\n").TrimEnd().Split('\n').Select(line => line.TrimEnd());
        Editing.Match(marker, "<!-- end of new -->", $"```text\n{string.Join('\n', lines)}\n```");
    }

    [Theory]
    [MemberData(nameof(Help))]
    public void Help_IsWhatTheSchemaSays(string marker)
    {
        var match = SchemaMarker().Match(marker);
        var key = JsonNode.Parse(Schema)!["$defs"]![match.Groups["block"].Value]!["properties"]![match.Groups["key"].Value]!;

        Editing.Match(marker, "<!-- end of schema -->", $"```text\n{(string)key["markdownDescription"]!}\n```");
    }

    [Fact]
    public void MessagesForTexts_AreInTheSchema()
    {
        var messages = Editing.Lines.Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('|')[2])
            .SelectMany(cell => Code().Matches(cell)).Select(match => match.Groups[1].Value)
            .Where(message => message.StartsWith("use ", StringComparison.Ordinal) || message.StartsWith("This is not", StringComparison.Ordinal))
            .ToList();

        Assert.Equal(6, messages.Count);
        Assert.All(messages, message => Assert.Contains($"\"{message}\"", Schema, StringComparison.Ordinal));
    }

    [Fact]
    public void CountsOfSuggestions_AreThoseOfTheSchema()
    {
        var schema = JsonNode.Parse(Schema)!;
        var keys = schema["properties"]!["config"]!["properties"]!.AsObject();

        // The file of the example has aws:region and app:name already.
        Assert.Contains($"{keys.Count - 2} keys", Editing.Text, StringComparison.Ordinal);
        Assert.Contains($"{keys["aws:region"]!["examples"]!.AsArray().Count} regions", Editing.Text, StringComparison.Ordinal);
        Assert.Contains($"{schema["$defs"]!["timeZone"]!["enum"]!.AsArray().Count} time zones", Editing.Text, StringComparison.Ordinal);
    }

    [GeneratedRegex("^<!-- new: (?<arguments>[^;]+?)(; answers: (?<answers>.+))? -->$")]
    private static partial Regex NewMarker();

    [GeneratedRegex(@"^<!-- schema: \$defs/(?<block>[A-Za-z]+) (?<key>[A-Za-z]+) -->$")]
    private static partial Regex SchemaMarker();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    // Shows what is typed, as a terminal does.
    private sealed class Typed(IEnumerable<string> answers, TextWriter output) : TextReader
    {
        private readonly Queue<string> _answers = new(answers.Select(answer => answer.Trim()));

        public override string? ReadLine()
        {
            var answer = _answers.Dequeue();
            output.WriteLine(answer);
            return answer;
        }
    }
}
