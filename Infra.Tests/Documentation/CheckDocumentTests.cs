using Infra.Configuration;
using Infra.Sandbox;
using Infra.Sandbox.Checks;
using Infra.Tests.Support;

namespace Infra.Tests.Documentation;

public sealed class CheckDocumentTests
{
    private static readonly Document Check = new("docs/check.md");

    [Theory]
    [InlineData("check minimal --config-file examples/minimal.yaml --date 2026-12-01")]
    [InlineData("check prod --date 2026-12-01")]
    public async Task Output_IsWhatTheCommandPrints(string arguments) => Check.Match(
        $"<!-- output of: {arguments} -->", "<!-- end of output -->", $"```text\n{await RunAsync(arguments)}\n```");

    [Fact]
    public void States_AreThoseOfTheControls() => Check.Match("<!-- states of controls -->", "<!-- end of states -->", Table(
        "| State | Controls |",
        ControlCatalog.All.CountBy(control => control.State).OrderBy(count => count.Key).Select(count => $"| {Meaning(count.Key)} | {count.Value} |")));

    [Fact]
    public void UnmetControls_AreListedWithTheirReasons() => Check.Match("<!-- unmet controls -->", "<!-- end of unmet controls -->", Table(
        "| Control | Reason |",
        ControlCatalog.All.Where(control => control.State == ControlState.Unmet)
            .GroupBy(control => control.Text)
            .Select(same => $"| {Words.List([.. same.Select(control => $"[{control.Id}]({control.Page.AbsoluteUri})")], "and")} | {same.Key} |")));

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task ShippedStack_HasNoFindings(string stack) => Assert.StartsWith(
        $"{stack}: no findings\n", await RunAsync($"check {stack} --date 2026-12-01"), StringComparison.Ordinal);

    private static string Meaning(ControlState state) => state switch
    {
        ControlState.Checked => "checked: a stack file decides",
        ControlState.Met => "always met: the program has no other way",
        ControlState.Unmet => "never met: no key of a stack file does it",
        ControlState.Absent => "about resources that the program does not create, or about a retired control",
        _ => "known to AWS only: the account, and what happens at run time",
    };

    private static string Table(string head, IEnumerable<string> rows) => string.Join('\n', [head, "| --- | --- |", .. rows]);

    private static async Task<string> RunAsync(string arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        await SandboxCommands.RunAsync(arguments.Split(' '), new Terminal(output, error, RepositoryFiles.Root, HasColors: false));

        Assert.Equal("", error.ToString());
        return output.ToString().ReplaceLineEndings("\n").TrimEnd();
    }
}
