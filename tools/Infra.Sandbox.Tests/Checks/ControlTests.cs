using Infra.Sandbox.Checks;
using Infra.Sandbox.Checks.Controls;
using Infra.Sandbox.Tests.Checks.Support;

namespace Infra.Sandbox.Tests.Checks;

public sealed class ControlTests
{
    /// <summary>Findings that no edit resolves, with the note that says how to.</summary>
    private static readonly string[] WithoutEdit = ["ELB.18", "ECS.17", "RDS.46", "S3.14", "S3.17", "SEC03-BP02"];

    public static TheoryData<string> Files => [.. CheckedStack.Files];

    public static TheoryData<string> Controls => [.. ControlCases.All.Select(control => control.Control)];

    [Fact]
    public void Cases_CoverEveryControlThatIsChecked()
    {
        string[] expected = [.. ControlCatalog.All.Where(control => control.State == ControlState.Checked).Select(control => control.Id).Order(StringComparer.Ordinal)];

        Assert.Equal(50, expected.Length);
        Assert.Equal(expected, ControlCases.All.Select(control => control.Control).Order(StringComparer.Ordinal));
        Assert.Equal(expected, ControlRules.All.Select(rule => rule.Id).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Controls))]
    public async Task Stack_ThatDoesNotMeetTheControl_HasAFinding(string control)
    {
        var known = CaseOf(control);
        var stack = await CheckedStack.OfAsync(known.Red, ControlCase.Parse(known.RedEdits));

        Assert.Contains(known.Key, KeysOf(stack, control));
    }

    [Theory]
    [MemberData(nameof(Controls))]
    public async Task Stack_ThatMeetsTheControl_HasNoFinding(string control)
    {
        var known = CaseOf(control);
        var stack = await CheckedStack.OfAsync(known.Green, ControlCase.Parse(known.GreenEdits));

        Assert.Empty(KeysOf(stack, control));
    }

    /// <summary>The edit that a finding shows is a valid stack file without the finding.</summary>
    [Theory]
    [MemberData(nameof(Controls))]
    public async Task Edit_ResolvesTheFinding(string control)
    {
        var known = CaseOf(control);
        var stack = await CheckedStack.OfAsync(known.Red, ControlCase.Parse(known.RedEdits));
        foreach (var finding in stack.Check().Findings.Where(finding => finding.Control.Id == control))
        {
            await ResolveAsync(stack, finding);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Edit_OfEveryFindingOfAShippedFile_ResolvesIt(string file)
    {
        var stack = await CheckedStack.OfAsync(file);
        foreach (var finding in stack.Check().Findings)
        {
            await ResolveAsync(stack, finding);
        }
    }

    private static async Task ResolveAsync(CheckedStack stack, Finding finding)
    {
        if (finding.Remedy.Edits.IsEmpty)
        {
            Assert.Contains(finding.Control.Id, WithoutEdit);
            Assert.NotNull(finding.Remedy.Note);
            return;
        }

        Assert.All(finding.Remedy.Edits, edit => Assert.NotNull(stack.File.Plan(edit)));
        var resolved = await CheckedStack.ParseAsync(stack.File.With(finding.Remedy.Edits));
        Assert.DoesNotContain(finding.Key, KeysOf(resolved, finding.Control.Id));
    }

    private static ControlCase CaseOf(string control) => ControlCases.All.Single(known => known.Control == control);

    private static IEnumerable<string> KeysOf(CheckedStack stack, string control) =>
        stack.Check().Findings.Where(finding => finding.Control.Id == control).Select(finding => finding.Key);
}
