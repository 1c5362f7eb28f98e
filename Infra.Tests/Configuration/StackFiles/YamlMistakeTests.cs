using Infra.Configuration.StackFiles;
using Infra.Services;
using Infra.Tests.Support;
using Pulumi;

namespace Infra.Tests.Configuration.StackFiles;

/// <summary>Mistakes in YAML itself: each with its line and column in the operator's file, and what to write instead.</summary>
public sealed class YamlMistakeTests
{
    private const string Service = "config:\n  app:service:\n";

    [Theory]
    [InlineData("    containerPort:80\n    cpuUnits: 256", "3:19: needs a space after the colon: containerPort: 80")]
    [InlineData("    image: x\n    command:[a]\n    exec: true", "4:13: needs a space after the colon: command: [a]")]
    [InlineData("    environment: {A: ${aws.region}}", "3:22: in brackets a text with ${…} needs quotes: \"${aws.region}\"")]
    [InlineData("    command: [run, --region=${aws.region}]", "3:20: in brackets a text with ${…} needs quotes: \"--region=${aws.region}\"")]
    [InlineData("    actions: [*]", "3:15: a text that begins with * needs quotes: \"*\"")]
    [InlineData("    hosts:\n      - *.example.com", "4:9: a text that begins with * needs quotes: \"*.example.com\"")]
    [InlineData("    user: @root", "3:11: a text that begins with @ needs quotes: \"@root\"")]
    [InlineData("    shell: `date`", "3:12: a text that begins with ` needs quotes: \"`date`\"")]
    [InlineData("    format: %d items # all", "3:13: a text that begins with % needs quotes: \"%d items\"")]
    [InlineData("    greeting: Hello: you", "3:15: a text with a colon and a space in it needs quotes: \"Hello: you\"")]
    [InlineData("    image: \"nginx:1.29\n    exec: true", "3:12: the quote that begins here is not closed")]
    [InlineData("    image: 'nginx", "3:12: the quote that begins here is not closed")]
    [InlineData("    image: \"nginx\":1.29", "3:19: follows a closing quote; put the whole text in one pair of quotes")]
    [InlineData("    zones: [a, b\n    exec: true", "3:12: the bracket that begins here is not closed")]
    [InlineData("    image: x\n     exec: true", "4:6: is indented by 5 spaces and the line above by 4, which has a value already; begin both in the same column")]
    [InlineData("    image: x\n   exec: true", "4:4: is indented by 3 spaces, and no block above is; begin it where the other keys of its block begin")]
    [InlineData("    - image: x\n    exec: true", "4:5: belongs to a list, whose items begin with -; this line does not")]
    [InlineData("    environment:\n      A: x\n      B y\n      C: z",
        "5:7: expected a key with a colon here, such as name: value; check this line's indentation and the line above it")]
    [InlineData("    size: *small", "3:11: *small refers to an anchor &small, and there is none above; if it is text, put it in quotes: \"*small\"")]
    [InlineData("    password: &s3cret", "3:15: &s3cret names a value that nothing refers to; remove it, or put the text in quotes if the & belongs to it")]
    [InlineData("    note: !important", "3:11: begins with a tag (!…), which means nothing here; remove it, or put the text in quotes if the ! belongs to it")]
    [InlineData("    data: !!binary aGk=", "3:11: begins with a tag (!…), which means nothing here; remove it, or put the text in quotes if the ! belongs to it")]
    [InlineData("    size: &x [*x]", "3:15: *x stands inside the value that &x names")]
    [InlineData("    <<: small", "3:9: << merges blocks only; give it an alias of a block, such as *defaults")]
    [InlineData("    image: x\n    exec: true\n    image: y", "5:5: image is set twice, in line 3 too; keep one")]
    [InlineData("    environment:\n      010: x", "4:7: 010 is not text in YAML and arrives as 8; put the key in quotes: \"010\"")]
    [InlineData("    environment:\n      True: x", "4:7: True is not text in YAML and arrives as true; put the key in quotes: \"True\"")]
    [InlineData("    environment:\n      [a]: x", "4:7: a key must be a text; put it in quotes")]
    [InlineData("    image: x\n---\nconfig: {}", "4:1: begins a second document, which Pulumi would ignore; remove the line with ---, or what follows it")]
    [InlineData("    image: a\0b", "3:13: holds a control character that YAML does not allow; remove it")]
    public void Mistake_IsExplainedAtItsPlace(string lines, string message) => Assert.Equal([message], Mistakes(Service + lines));

    [Fact]
    public void AllMistakes_AreReportedAtOnce() => Assert.Equal(
        [
            "3:19: needs a space after the colon: containerPort: 80",
            "5:10: a text that begins with @ needs quotes: \"@a\"",
            "6:10: a text that begins with ` needs quotes: \"`b`\"",
            "7:7: A is set twice, in line 5 too; keep one",
            "9:14: *other refers to an anchor &other, and there is none above; if it is text, put it in quotes: \"*other\"",
            "10:3: app:service is set twice, in line 2 too; keep one",
        ],
        Mistakes(Service + "    containerPort:80\n    environment:\n      A: @a\n      B: `b`\n      A: c\n    exec: true\n    secrets: *other\n  app:service: {}"));

    [Fact]
    public void EveryTab_IsReportedAtItsOwnLine() => Assert.Equal(
        ["3:1: is indented with a tab; use spaces", "4:1: is indented with a tab; use spaces", "6:3: is indented with a tab; use spaces"],
        Mistakes(Service + "\timage: x\n\texec: true\n    cpuUnits: 256\n  \tmemoryMiB: 512"));

    [Theory]
    [InlineData("\r\n")] // as Windows ends lines
    [InlineData("\n")]
    public void EndsOfLines_DoNotMatter(string end) => Assert.Equal(
        ["3:19: needs a space after the colon: containerPort: 80"], Mistakes($"config:{end}  app:service:{end}    containerPort:80{end}    exec: true{end}"));

    [Theory]
    [InlineData("    command: [\"sh\", \"-c\", \"echo *: `date` @ %d\"]")]
    [InlineData("    note: |\n      containerPort:80\n      @ ` % *: \" '\n      \tx")]
    [InlineData("    image: registry.example.com:5000/team/app:1.2\n    url: https://example.com:8443/a?b=c")]
    [InlineData("    pattern: '{\"source\": [\"aws.ecr\"]}'\n    cron: cron(0 20 ? * MON-FRI *)\n    at: a@b.c")]
    [InlineData("    environment: {A: \"${aws.region}\", B: $x, 8080: y}\n    empty: {}\n    none: []")]
    [InlineData("    size: &small {cpuUnits: 256}\n    other: *small\n    third: {<<: *small, cpuUnits: 512}")]
    [InlineData("    text: !!str 017")]
    public void RightYaml_IsRead(string lines) => Assert.Empty(Mistakes(Service + lines));

    [Fact]
    public void File_ThatIsNotUtf8_IsSaidWithItsLine() => Assert.Equal(
        "Pulumi.dev.yaml:3:1: holds bytes that are not UTF-8; save the file as UTF-8", Refusal([.. "config:\n  a: ü\n  b: "u8, 0xff, .. "\n"u8]));

    [Fact]
    public void File_OfMoreThanAMebibyte_IsRefused() => Assert.Equal(
        "Pulumi.dev.yaml is larger than 1 MiB, which no stack file is", Refusal(new byte[(1024 * 1024) + 1]));

    [Fact]
    public void ByteOrderMark_IsSkipped()
    {
        using var files = new TemporaryProject();
        var path = Path.Combine(files.Directory, "x.yaml");
        File.WriteAllBytes(path, [0xef, 0xbb, 0xbf, .. "config: {}"u8]);

        Assert.Equal(["config"], YamlFile.Read("Pulumi.dev.yaml", path).Root.Entries.Select(entry => entry.Key.Text));
    }

    private static string Refusal(byte[] content)
    {
        using var files = new TemporaryProject();
        var path = Path.Combine(files.Directory, "x.yaml");
        File.WriteAllBytes(path, content);
        return Assert.Throws<RunException>(() => YamlFile.Read("Pulumi.dev.yaml", path)).Message;
    }

    private static IReadOnlyList<string> Mistakes(string yaml)
    {
        try
        {
            _ = new YamlFile("Pulumi.dev.yaml", yaml);
            return [];
        }
        catch (RunException refusal)
        {
            return [.. refusal.Message.Split('\n').Select(line => line.Replace("Pulumi.dev.yaml:", "", StringComparison.Ordinal))];
        }
    }
}
