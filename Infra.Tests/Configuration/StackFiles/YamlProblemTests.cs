using Infra.Configuration.StackFiles;
using Infra.Tests.Support;
using Pulumi;

namespace Infra.Tests.Configuration.StackFiles;

public sealed class YamlProblemTests
{
    private const string Service = "config:\n  app:service:\n";

    [Theory]
    [InlineData("    containerPort:80\n    cpuUnits: 256", "3:19: needs a space after the colon: containerPort: 80")]
    [InlineData("    image: x\n    command:[a]\n    exec: true", "4:13: needs a space after the colon: command: [a]")]
    [InlineData("    environment: {A: ${aws.region}}", "3:22: text with ${…} in brackets needs quotes: \"${aws.region}\"")]
    [InlineData("    command: [run, --region=${aws.region}]", "3:20: text with ${…} in brackets needs quotes: \"--region=${aws.region}\"")]
    [InlineData("    actions: [*]", "3:15: text that starts with * needs quotes: \"*\"")]
    [InlineData("    hosts:\n      - *.example.com", "4:9: text that starts with * needs quotes: \"*.example.com\"")]
    [InlineData("    user: @root", "3:11: text that starts with @ needs quotes: \"@root\"")]
    [InlineData("    shell: `date`", "3:12: text that starts with ` needs quotes: \"`date`\"")]
    [InlineData("    format: %d items # all", "3:13: text that starts with % needs quotes: \"%d items\"")]
    [InlineData("    greeting: Hello: you", "3:15: text that contains a colon and a space needs quotes: \"Hello: you\"")]
    [InlineData("    image: \"nginx:1.29\n    exec: true", "3:12: the quote opened here is not closed")]
    [InlineData("    image: 'nginx", "3:12: the quote opened here is not closed")]
    [InlineData("    image: \"nginx\":1.29", "3:19: follows a closing quote; put all of the text in quotes")]
    [InlineData("    zones: [a, b\n    exec: true", "3:12: the bracket opened here is not closed")]
    [InlineData("    image: x\n     exec: true", "4:6: is indented by 5 spaces, deeper than the line above (4), which already has a value; indent both alike")]
    [InlineData("    image: x\n   exec: true", "4:4: is indented by 3 spaces, unlike any block above; indent it like the other keys of its block")]
    [InlineData("    - image: x\n    exec: true", "4:5: is among the items of a list but does not start with -; add the - or change the indentation")]
    [InlineData("    environment:\n      A: x\n      B y\n      C: z",
        "5:7: is not a key with a colon, such as name: value; check the indentation of this line and the line above")]
    [InlineData("    size: *small", "3:11: *small refers to an anchor &small that is not defined above; if it is text, put it in quotes: \"*small\"")]
    [InlineData("    password: &s3cret", "3:15: &s3cret is an anchor that no alias uses; remove it, or put the text in quotes if the & is part of it")]
    [InlineData("    note: !important", "3:11: has a tag (!…), which is not supported; remove it, or put the text in quotes if the ! is part of it")]
    [InlineData("    data: !!binary aGk=", "3:11: has a tag (!…), which is not supported; remove it, or put the text in quotes if the ! is part of it")]
    [InlineData("    size: &x [*x]", "3:15: *x is inside the value of its own anchor &x; remove it")]
    [InlineData("    <<: small", "3:9: << merges blocks only; use an alias of a block, such as *defaults")]
    [InlineData("    image: x\n    exec: true\n    image: y", "5:5: image is already set in line 3; keep one")]
    [InlineData("    environment:\n      010: x", "4:7: 010 is read as 8; put the key in quotes: \"010\"")]
    [InlineData("    environment:\n      True: x", "4:7: True is read as true; put the key in quotes: \"True\"")]
    [InlineData("    environment:\n      [a]: x", "4:7: a key must be text; put it in quotes")]
    [InlineData("    image: x\n---\nconfig: {}", "4:1: starts a second document, which Pulumi ignores; remove the --- line, or everything after it")]
    [InlineData("    image: a\0b", "3:13: contains a control character that YAML does not allow; remove it")]
    public void Problem_HasItsPositionAndFix(string lines, string message) => Assert.Equal([message], ProblemsOf(Service + lines));

    [Fact]
    public void SeveralProblems_AreReportedAtOnce() => Assert.Equal(
        [
            "3:19: needs a space after the colon: containerPort: 80",
            "5:10: text that starts with @ needs quotes: \"@a\"",
            "6:10: text that starts with ` needs quotes: \"`b`\"",
            "7:7: A is already set in line 5; keep one",
            "9:14: *other refers to an anchor &other that is not defined above; if it is text, put it in quotes: \"*other\"",
            "10:3: app:service is already set in line 2; keep one",
        ],
        ProblemsOf(Service + "    containerPort:80\n    environment:\n      A: @a\n      B: `b`\n      A: c\n    exec: true\n    secrets: *other\n  app:service: {}"));

    [Fact]
    public void Tabs_AreReportedPerLine() => Assert.Equal(
        ["3:1: is indented with a tab; use spaces", "4:1: is indented with a tab; use spaces", "6:3: is indented with a tab; use spaces"],
        ProblemsOf(Service + "\timage: x\n\texec: true\n    cpuUnits: 256\n  \tmemoryMiB: 512"));

    [Theory]
    [InlineData("\r\n")] // Windows
    [InlineData("\n")]
    public void LineEnding_DoesNotMatter(string end) => Assert.Equal(
        ["3:19: needs a space after the colon: containerPort: 80"], ProblemsOf($"config:{end}  app:service:{end}    containerPort:80{end}    exec: true{end}"));

    [Theory]
    [InlineData("    command: [\"sh\", \"-c\", \"echo *: `date` @ %d\"]")]
    [InlineData("    note: |\n      containerPort:80\n      @ ` % *: \" '\n      \tx")]
    [InlineData("    image: registry.example.com:5000/team/app:1.2\n    url: https://example.com:8443/a?b=c")]
    [InlineData("    pattern: '{\"source\": [\"aws.ecr\"]}'\n    cron: cron(0 20 ? * MON-FRI *)\n    at: a@b.c")]
    [InlineData("    environment: {A: \"${aws.region}\", B: $x, 8080: y}\n    empty: {}\n    none: []")]
    [InlineData("    size: &small {cpuUnits: 256}\n    other: *small\n    third: {<<: *small, cpuUnits: 512}")]
    [InlineData("    text: !!str 017")]
    public void ValidYaml_HasNoProblems(string lines) => Assert.Empty(ProblemsOf(Service + lines));

    [Fact]
    public void File_NotUtf8_IsRejectedWithItsLine() => Assert.Equal(
        "Pulumi.dev.yaml:3:1: contains bytes that are not UTF-8; save the file as UTF-8", Refusal([.. "config:\n  a: ü\n  b: "u8, 0xff, .. "\n"u8]));

    [Fact]
    public void File_LargerThan1MiB_IsRejected() => Assert.Equal(
        "Pulumi.dev.yaml is larger than 1 MiB, the limit for a stack file", Refusal(new byte[(1024 * 1024) + 1]));

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

    private static IReadOnlyList<string> ProblemsOf(string yaml)
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
