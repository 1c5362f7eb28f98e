using Infra.Sandbox.Verification.Causes;
using Infra.Sandbox.Verification.Checks;
using Infra.Sandbox.Verification.Rollouts;

namespace Infra.Sandbox.Verification.Reports;

/// <summary>Prints a verification for people.</summary>
internal sealed class TextReport(Terminal terminal)
{
    // Long enough for the messages of AWS that name a cause, and short enough for a screen.
    private const int LongestMessage = 400;

    private readonly TextWriter _out = terminal.Out;

    public void Write(VerificationReport report)
    {
        _out.WriteLine(terminal.Bold($"{report.Stack}: cluster {report.Cluster} in {report.Region}"));
        var width = report.Services.Select(service => service.Key).Concat(report.Jobs.Select(job => job.Key)).DefaultIfEmpty("").Max(key => key.Length);
        foreach (var service in report.Services)
        {
            Write(service, width);
        }

        foreach (var job in report.Jobs)
        {
            var trigger = job.Trigger.Length > 0 ? $", {job.Trigger}" : ", run by hand";
            WriteLine(job.Findings.IsEmpty, job.Key.PadRight(width), $"{job.Expected}{trigger}");
            Write(job.Findings);
        }

        Write(report.Findings);
        _out.WriteLine();
        _out.WriteLine(Summary(report));
    }

    private void Write(ServiceReport service, int width)
    {
        var revision = service.Outcome == Outcome.Serving || service.Running == service.Expected
            ? service.Expected
            : $"expected {service.Expected}, running {(service.Running.Length > 0 ? service.Running : "none")}";
        var late = service.Outcome == Outcome.TimedOut ? "TIMED OUT: " : "";
        WriteLine(service.IsGood, service.Key.PadRight(width), $"{revision}: {late}{service.Text}");
        if (service.Cause is { } cause)
        {
            Write(cause);
        }
        else if (service.Outcome != Outcome.Serving)
        {
            _out.WriteLine("      cause    AWS reports no known cause");
            _out.WriteLine($"      events   {service.EventsCommand}");
        }

        if (service.LogCommand is { } log)
        {
            _out.WriteLine($"      log      {log}");
        }

        Write(service.Findings);
    }

    private void Write(Cause cause)
    {
        var message = cause.Message.Length > LongestMessage ? $"{cause.Message[..LongestMessage]}…" : cause.Message;
        _out.WriteLine($"      cause    {cause.Text}");
        _out.WriteLine($"      AWS      {Tasks(cause.Tasks)}{message}");
        _out.WriteLine($"      change   {terminal.Bold(cause.Key)}: {cause.Fix}");
        _out.WriteLine($"      see      {cause.Source}");
    }

    private void Write(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            _out.WriteLine($"    {terminal.Red("!")} {terminal.Bold(finding.Key)}: {finding.Text}; {finding.Fix}");
        }
    }

    private void WriteLine(bool isGood, string key, string text) =>
        _out.WriteLine($"  {(isGood ? terminal.Green("✓") : terminal.Red("✗"))} {key}  {text}");

    private static string Tasks(int count) => count switch
    {
        0 => "",
        1 => "1 task: ",
        _ => $"{count} tasks: ",
    };

    private string Summary(VerificationReport report)
    {
        var all = report.Services.Length + report.Jobs.Length;
        return report.IsGood
            ? terminal.Green($"{report.Stack} is running as deployed.")
            : terminal.Red($"{report.Stack} is not running as deployed: {report.Failures} of {all + (report.Findings.IsEmpty ? 0 : 1)} failed.");
    }
}
