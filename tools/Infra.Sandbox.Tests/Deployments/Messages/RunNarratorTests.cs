using Infra.Sandbox.Deployments.Messages;
using Infra.Sandbox.Tests.Deployments.Support;

namespace Infra.Sandbox.Tests.Deployments.Messages;

public sealed class RunNarratorTests
{
    private const string Version = """{ "@message": "Terraform 1.11.4", "type": "version" }""";
    private const string Created = """{ "@message": "a: Created", "type": "apply_complete", "hook": { "resource": { "addr": "aws_vpc.a" } } }""";
    private const string Read = """{ "@message": "b: Read", "type": "apply_complete", "hook": { "resource": { "addr": "data.aws_x.b" } } }""";
    private const string Planned = """{ "@message": "a: Plan to update", "type": "planned_change" }""";
    private const string Error = """{ "type": "diagnostic", "diagnostic": { "severity": "error", "summary": "refused" } }""";

    private readonly Said _said = new("/");

    [Fact]
    public void NewStack_IsToldWithoutTheListOfItsPlan()
    {
        Narrate(Version, Planned, Summary("Plan: 1 to add.", add: 1), Created, Read, Summary("Apply complete!", add: 1));

        Assert.Equal("Plan: 1 to add.\na: Created\nApply complete!", _said.Out.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void ChangedStack_IsToldWithWhatIsPlanned()
    {
        Narrate(Planned, Summary("Plan: 1 to change.", change: 1));

        Assert.Equal("a: Plan to update\nPlan: 1 to change.", _said.Out.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void UnchangedStack_IsNotTold()
    {
        var narrator = Narrate(Version, Summary("Plan: 0 to add."), Summary("Apply complete! 0 added."));

        Assert.Empty(_said.Out);
        Assert.False(narrator.HasChanges);
    }

    [Theory]
    [InlineData(10, false)]
    [InlineData(20, false)]
    [InlineData(30, true)]
    [InlineData(90, true)]
    public void Progress_IsToldFromTimeToTime(int seconds, bool isTold)
    {
        Narrate($$$"""
            { "@message": "still", "type": "apply_progress", "hook": { "resource": { "addr": "aws_vpc.a" }, "elapsed_seconds": {{{seconds}}} } }
            """.Trim());

        Assert.Equal(isTold ? "still" : "", _said.Out);
    }

    [Fact]
    public void Problem_IsToldOnce()
    {
        var narrator = Narrate("plain text", Error, Error);
        narrator.TellRest();

        Assert.Equal("error: refused", _said.Error);
        Assert.True(narrator.HasErrors);
    }

    [Fact]
    public void WhatIsNotJson_IsToldWhereNothingElseExplains()
    {
        Narrate("Terraform crashed", "{ not json").TellRest();

        Assert.Equal("Terraform crashed\n{ not json", _said.Error.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void WhatAnInterruptionCutsOff_IsNoNews()
    {
        var narrator = new RunNarrator(_said.Terminal, null, new CancellationToken(canceled: true));
        narrator.Take(Error);

        Assert.Empty(_said.Error);
    }

    [Fact]
    public void Outputs_AreThoseOfTheEnd()
    {
        var narrator = Narrate(
            """{ "type": "outputs", "outputs": { "url": { "sensitive": false, "action": "create" } } }""",
            """{ "type": "outputs", "outputs": { "url": { "sensitive": false, "value": "https://shop" } } }""");

        Assert.Equal("https://shop", narrator.Outputs["url"]!["value"]!.GetValue<string>());
    }

    private RunNarrator Narrate(params string[] lines)
    {
        var narrator = new RunNarrator(_said.Terminal, sources: null, CancellationToken.None);
        Array.ForEach(lines, narrator.Take);
        return narrator;
    }

    private static string Summary(string text, int add = 0, int change = 0, int remove = 0) =>
        $$"""{ "@message": "{{text}}", "type": "change_summary", "changes": { "add": {{add}}, "change": {{change}}, "remove": {{remove}} } }""";
}
