using System.Collections.Immutable;
using System.Globalization;
using Infra.Configuration.Binding;
using Infra.Sandbox.Checks.Edits;

namespace Infra.Sandbox.Checks.Reports;

/// <summary>Prints a check for a terminal.</summary>
internal sealed class CheckText(Terminal terminal)
{
    private readonly TextWriter _out = terminal.Out;

    public void Write(CheckReport report)
    {
        _out.WriteLine(terminal.Bold($"{report.Stack}: {CheckWords.Counts(report.Result.Findings)}"));
        foreach (var same in report.Result.Findings.GroupBy(finding => finding.Control))
        {
            WriteControl(same.Key, [.. same], report);
        }

        WriteExcepted(report.Result.Excepted);
        WriteRest(report);
    }

    private void WriteControl(Control control, IReadOnlyList<Finding> findings, CheckReport report)
    {
        _out.WriteLine();
        var practice = control.BestPractice is { } id ? $" ({id})" : "";
        _out.WriteLine($"{Colored(control.Severity)}  {terminal.Bold(control.Id)}  {control.Text}{practice}");
        foreach (var finding in findings)
        {
            WriteFinding(finding, report);
        }

        foreach (var note in findings.Select(finding => finding.Remedy.Note).OfType<string>().Distinct())
        {
            _out.WriteLine($"    {note}");
        }

        _out.WriteLine($"    {control.Page}");
    }

    private void WriteFinding(Finding finding, CheckReport report)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{report.FileName}:{report.File.LineOf(finding.Key)}");
        _out.WriteLine($"    {finding.Key}: {finding.Why} ({place})");
        foreach (var edit in finding.Remedy.Edits.Select(report.File.Plan).OfType<LineEdit>())
        {
            WriteEdit(edit);
        }
    }

    private void WriteEdit(LineEdit edit)
    {
        foreach (var (index, old) in edit.Old.Index())
        {
            WriteLine(edit.Line + index, terminal.Red($"- {old}"));
        }

        foreach (var (index, added) in edit.New.Index())
        {
            WriteLine(edit.Line + index, terminal.Green($"+ {added}"));
        }
    }

    private void WriteLine(int number, string text) => _out.WriteLine($"    {number.ToString(CultureInfo.InvariantCulture),4} {text}");

    private void WriteExcepted(ImmutableArray<ExceptedFinding> excepted)
    {
        if (excepted.IsEmpty)
        {
            return;
        }

        _out.WriteLine();
        _out.WriteLine(terminal.Bold("Accepted in app:exceptions:"));
        var width = excepted.Max(accepted => accepted.Finding.Control.Id.Length);
        foreach (var (finding, reason, until) in excepted)
        {
            _out.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"    {finding.Control.Id.PadRight(width)}  {finding.Key}: {reason} (until {until:yyyy-MM-dd})"));
        }
    }

    private void WriteRest(CheckReport report)
    {
        if (report.Unmet.IsEmpty && report.Hidden == 0)
        {
            return;
        }

        _out.WriteLine();
        if (!report.Unmet.IsEmpty)
        {
            _out.WriteLine($"Not met by any stack with these resources, for the reasons in docs/check.md: {string.Join(", ", report.Unmet.Select(control => control.Id))}");
        }

        if (report.Hidden > 0)
        {
            _out.WriteLine($"{Phrase.Count(report.Hidden, "finding")} of other standards, such as NIST SP 800-53: add --all");
        }
    }

    private string Colored(Severity severity)
    {
        var text = CheckWords.Of(severity).ToUpperInvariant();
        return severity >= Severity.High ? terminal.Red(text) : terminal.Yellow(text);
    }
}
