using Infra.Sandbox.Deployments.Messages;
using Infra.Sandbox.Tests.Deployments.Support;

namespace Infra.Sandbox.Tests.Deployments.Messages;

public sealed class RunProgressTests
{
    private const string Version = """{ "@message": "Terraform 1.11.4", "type": "version" }""";
    private const string Created = """{ "@message": "a: Created", "type": "apply_complete", "hook": { "resource": { "addr": "aws_vpc.a" } } }""";
    private const string Read = """{ "@message": "b: Read", "type": "apply_complete", "hook": { "resource": { "addr": "data.aws_x.b" } } }""";
    private const string Planned = """{ "@message": "a: Plan to update", "type": "planned_change" }""";
    private const string Error = """{ "type": "diagnostic", "diagnostic": { "severity": "error", "summary": "refused" } }""";

    private readonly RecordedTerminal _terminal = new("/");

    [Fact]
    public void NewStack_OmitsThePlannedChanges()
    {
        Run(Version, Planned, Summary("Plan: 1 to add.", add: 1), Created, Read, Summary("Apply complete!", add: 1));

        Assert.Equal("Plan: 1 to add.\na: Created\nApply complete!", _terminal.Out.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void ChangedStack_PrintsThePlannedChanges()
    {
        Run(Planned, Summary("Plan: 1 to change.", change: 1));

        Assert.Equal("a: Plan to update\nPlan: 1 to change.", _terminal.Out.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void UnchangedStack_PrintsNothing()
    {
        var progress = Run(Version, Summary("Plan: 0 to add."), Summary("Apply complete! 0 added."));

        Assert.Empty(_terminal.Out);
        Assert.False(progress.HasChanges);
    }

    [Theory]
    [InlineData(10, false)]
    [InlineData(20, false)]
    [InlineData(30, true)]
    [InlineData(90, true)]
    public void Progress_IsPrintedEvery30Seconds(int seconds, bool isPrinted)
    {
        Run($$$"""
            { "@message": "still", "type": "apply_progress", "hook": { "resource": { "addr": "aws_vpc.a" }, "elapsed_seconds": {{{seconds}}} } }
            """.Trim());

        Assert.Equal(isPrinted ? "still" : "", _terminal.Out);
    }

    [Fact]
    public void RepeatedDiagnostic_IsPrintedOnce()
    {
        var progress = Run("plain text", Error, Error);
        progress.WriteUnparsedOutput();

        Assert.Equal("error: refused", _terminal.Error);
        Assert.True(progress.HasErrors);
    }

    [Fact]
    public void UnparsedOutput_WithoutDiagnostics_IsPrinted()
    {
        Run("Terraform crashed", "{ not json").WriteUnparsedOutput();

        Assert.Equal("Terraform crashed\n{ not json", _terminal.Error.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void DiagnosticAfterAnInterruption_IsNotPrinted()
    {
        var progress = new RunProgress(_terminal.Terminal, null, new CancellationToken(canceled: true));
        progress.Add(Error);

        Assert.Empty(_terminal.Error);
    }

    [Fact]
    public void Outputs_AreTheLastOnes()
    {
        var progress = Run(
            """{ "type": "outputs", "outputs": { "url": { "sensitive": false, "action": "create" } } }""",
            """{ "type": "outputs", "outputs": { "url": { "sensitive": false, "value": "https://shop" } } }""");

        Assert.Equal("https://shop", progress.Outputs["url"]!["value"]!.GetValue<string>());
    }

    private RunProgress Run(params string[] lines)
    {
        var progress = new RunProgress(_terminal.Terminal, sources: null, CancellationToken.None);
        Array.ForEach(lines, progress.Add);
        return progress;
    }

    private static string Summary(string text, int add = 0, int change = 0, int remove = 0) =>
        $$"""{ "@message": "{{text}}", "type": "change_summary", "changes": { "add": {{add}}, "change": {{change}}, "remove": {{remove}} } }""";
}
