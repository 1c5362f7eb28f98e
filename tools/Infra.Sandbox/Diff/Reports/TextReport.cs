using Infra.Sandbox.Changes;
using Infra.Sandbox.Checks;
using Infra.Sandbox.Checks.Reports;
using Infra.Sandbox.Costs.Reports;

namespace Infra.Sandbox.Diff.Reports;

/// <summary>Prints a difference for a terminal.</summary>
internal sealed class TextReport(Terminal terminal)
{
    private const int ValueLength = 90;

    private readonly TextWriter _out = terminal.Out;

    public void Write(StackDiff diff)
    {
        WriteSummary(diff);
        WriteIdentityChanges(diff);
        WriteProblems(diff.Plan);
        WriteIgnored(diff.Plan);
        foreach (var section in DiffSection.Of(diff))
        {
            WriteSection(section);
        }

        WriteCost(diff);
        WriteComingAndGoing("Findings of check:", diff.Findings, TextOf);
        WriteComingAndGoing("Notices:", diff.Notices, notice => notice.ToString());
        WriteSteps(diff.Plan);
    }

    private void WriteSummary(StackDiff diff)
    {
        _out.WriteLine(terminal.Bold($"Update of {diff.Stack} from {diff.From} to {diff.To}:"));
        _out.WriteLine($"    {DiffWords.Keys(diff.Keys.Length)} of the stack file changed: {DiffWords.Counts(diff.Plan)}"
            + (diff.Plan.Steps.IsEmpty ? "" : $"; {DiffWords.Duration(diff.Plan.Duration)}"));
        if (diff.Cost is { } cost && !diff.Plan.Changes.IsEmpty)
        {
            _out.WriteLine($"    cost: {CostChangeWords.Summary(cost)}");
        }

        foreach (var harm in DiffWords.Harm(diff.Plan))
        {
            _out.WriteLine($"    {terminal.Red("!")} {terminal.Red(harm)}");
        }

        if (diff.Attribution.MissingReason is { } reason)
        {
            _out.WriteLine($"    {reason}");
        }
    }

    private void WriteIdentityChanges(StackDiff diff)
    {
        if (diff.IdentityChanges.IsEmpty)
        {
            return;
        }

        WriteHeading(terminal.Red("THIS REPLACES THE STACK:"));
        foreach (var change in diff.IdentityChanges)
        {
            _out.WriteLine($"    {terminal.Red("!")} {change}");
        }
    }

    private void WriteProblems(UpdatePlan plan)
    {
        if (plan.Problems.IsEmpty)
        {
            return;
        }

        WriteHeading(terminal.Red("The update would fail:"));
        foreach (var problem in plan.Problems)
        {
            var separator = problem.Step is null ? ": " : " ";
            _out.WriteLine($"    {terminal.Red("!")} {DiffWords.PlaceOf(problem)}{separator}{DiffWords.NameOf(problem.Resource)}");
            _out.WriteLine($"        {problem.Text}");
            _out.WriteLine($"        Instead: {problem.Remedy}");
        }
    }

    private void WriteIgnored(UpdatePlan plan)
    {
        if (plan.Ignored.IsEmpty)
        {
            return;
        }

        WriteHeading(terminal.Yellow("The update leaves as it is:"));
        foreach (var ignored in plan.Ignored)
        {
            _out.WriteLine($"    {terminal.Yellow("!")} {DiffWords.NameOf(ignored.Key)}  {ignored.Path}");
            _out.WriteLine($"        {ignored.Reason}");
        }
    }

    private void WriteSection(DiffSection section)
    {
        _out.WriteLine();
        foreach (var key in section.Keys)
        {
            var (old, wanted) = ValueText.Pair(key.Old, key.New, ValueLength);
            _out.WriteLine($"{terminal.Bold(key.Key)}: {old} → {wanted}");
        }

        if (section.Changes.IsEmpty)
        {
            _out.WriteLine("    changes no resource");
        }

        foreach (var change in section.Changes)
        {
            WriteChange(change);
        }
    }

    private void WriteChange(ResourceChange change)
    {
        var line = $"{DiffWords.Mark(change.Action)} {DiffWords.NameOf(change.Key)}  {DiffWords.ActionOf(change)}";
        _out.WriteLine($"    {Colored(change.Action, line)}");
        foreach (var property in change.Properties)
        {
            var (old, wanted) = ValueText.Pair(property.Old, property.New, ValueLength);
            _out.WriteLine($"        {property.Path}: {old} → {wanted}{(property.ForcesReplacement ? $"  ({DiffWords.ForcesReplacement})" : "")}");
        }

        if (DiffWords.HasNoOwnReason(change))
        {
            _out.WriteLine($"        {DiffWords.NoOwnReason}");
        }

        foreach (var effect in change.Effects)
        {
            _out.WriteLine($"        {KindOf(effect)}: {effect.Text}");
        }
    }

    private void WriteComingAndGoing<T>(string heading, ComingAndGoing<T> remarks, Func<T, string> textOf)
    {
        if (remarks.IsEmpty)
        {
            return;
        }

        WriteHeading(terminal.Bold(heading));
        foreach (var remark in remarks.New)
        {
            _out.WriteLine($"    {terminal.Yellow($"new   {textOf(remark)}")}");
        }

        foreach (var remark in remarks.Gone)
        {
            _out.WriteLine($"    {terminal.Green($"gone  {textOf(remark)}")}");
        }
    }

    private static string TextOf(Finding finding) => $"{CheckWords.Of(finding.Control.Severity)} {finding.Control.Id}  {finding.Key}: {finding.Why}";

    private void WriteCost(StackDiff diff)
    {
        if (diff.Cost?.Change is not { IsEmpty: false } change)
        {
            return;
        }

        WriteHeading(terminal.Bold($"Cost, USD a month, prices of {change.New.PriceDate}:"));
        foreach (var line in CostChangeWords.Lines(change))
        {
            _out.WriteLine($"    {line}");
        }
    }

    private void WriteSteps(UpdatePlan plan)
    {
        if (plan.Steps.IsEmpty)
        {
            return;
        }

        WriteHeading(terminal.Bold("Order:"));
        var ranges = StepRange.Of(plan);
        var (numbers, kinds) = (ranges.Max(range => range.Numbers.Length), ranges.Max(range => range.Kind.Length));
        var types = ranges.Max(range => range.Type.Length);
        foreach (var range in ranges)
        {
            _out.WriteLine($"    {range.Numbers.PadRight(numbers)}  {range.Kind.PadRight(kinds)}  {range.Type.PadRight(types)}  {range.Names}");
        }
    }

    private void WriteHeading(string heading)
    {
        _out.WriteLine();
        _out.WriteLine(heading);
    }

    private string KindOf(Effect effect) => DiffWords.IsHarmful(effect)
        ? terminal.Red(DiffWords.Of(effect.Kind).ToUpperInvariant())
        : DiffWords.Of(effect.Kind);

    private string Colored(ChangeAction action, string text) => action switch
    {
        ChangeAction.Create => terminal.Green(text),
        ChangeAction.Update => terminal.Yellow(text),
        _ => terminal.Red(text),
    };
}
