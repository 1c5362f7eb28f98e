using System.Collections.Immutable;
using System.Globalization;
using Infra.Checks;
using Infra.Configuration.Binding;
using Infra.Sandbox.Checks.Edits;
using static Infra.Stack.StackKeys;

namespace Infra.Sandbox.Checks.Exceptions;

/// <summary>Applies the exceptions of the stack file. One that is not complete, has expired or matches nothing is a finding itself.</summary>
internal static class ExceptionMatching
{
    private static readonly Uri Page = new("https://docs.aws.amazon.com/securityhub/latest/userguide/finding-workflow-status.html");

    private static readonly Control Incomplete = Own("Exception.1", Severity.Medium, "an exception has a reason and a last day");
    private static readonly Control Expired = Own("Exception.2", Severity.Medium, "an exception has not expired");
    private static readonly Control Unused = Own("Exception.3", Severity.Low, "an exception is needed");

    /// <param name="found">All findings.</param>
    /// <param name="context">The stack.</param>
    /// <param name="today">The day on which exceptions must hold; null if they hold on any day.</param>
    public static CheckResult Apply(ImmutableArray<Finding> found, CheckContext context, DateOnly? today)
    {
        var exceptions = context.Config.Exceptions.Index().ToList();
        var valid = exceptions.Where(exception => ProblemOf(exception.Item, today) is null).Select(exception => exception.Item).ToList();
        var covered = found.Select(finding => (Finding: finding, By: valid.FirstOrDefault(exception => Covers(exception, finding)))).ToList();
        var problems =
            from exception in exceptions
            let problem = ProblemOf(exception.Item, today) ?? UseProblem(exception.Item, found)
            where problem is not null
            select ToFinding(exception.Index, problem, context);
        return new CheckResult(
            [.. covered.Where(pair => pair.By is null).Select(pair => pair.Finding).Concat(problems).OrderByDescending(finding => finding.Control.Severity)],
            [.. covered.Where(pair => pair.By is not null).Select(pair => new ExceptedFinding(pair.Finding, pair.By!.Reason!, pair.By.LastDay!.Value))]);
    }

    private static bool Covers(ControlExceptionConfig exception, Finding finding) =>
        exception.Control == finding.Control.Id && (exception.Key is null || ConfigKey.IsWithin(finding.Key, exception.Key));

    private static Problem? ProblemOf(ControlExceptionConfig exception, DateOnly? today) => exception switch
    {
        { Reason: null } => new Problem(Incomplete, "has no reason, so it is not applied", "Add a reason."),
        { LastDay: null } => new Problem(Incomplete, "has no last day, so it is not applied", "Add until, with a day on which to decide again."),
        { LastDay: { } last } when last < today => new Problem(
            Expired,
            string.Create(CultureInfo.InvariantCulture, $"expired on {last:yyyy-MM-dd}, so it is not applied"),
            "Resolve the finding, or decide again and set a later day."),
        _ => null,
    };

    private static Problem? UseProblem(ControlExceptionConfig exception, ImmutableArray<Finding> found) =>
        found.Any(finding => Covers(exception, finding)) ? null
        : ControlCatalog.Find(exception.Control) switch
        {
            null => new Problem(Unused, $"names {exception.Control}, which AWS does not have for the resources of a stack", "Remove it, or correct the ID."),
            { State: not ControlState.Checked } control => new Problem(Unused, $"is not needed: {control.Id} is not checked, because {control.Text}", "Remove it."),
            _ when exception.Key is { } key && found.Any(finding => finding.Control.Id == exception.Control) =>
                new Problem(Unused, $"matches no finding of {exception.Control} at {key}", "Remove it, or correct the key."),
            _ => new Problem(Unused, $"is no longer needed: the stack meets {exception.Control}", "Remove it."),
        };

    private static Finding ToFinding(int index, Problem problem, CheckContext context)
    {
        var key = context.Key(Key(stack => stack.Exceptions).Item(index));
        return new Finding
        {
            Control = problem.Control,
            Key = key,
            Why = problem.Why,
            Remedy = problem.Control == Unused ? new Remedy([new KeyEdit(key, null)]) : Remedy.None(problem.Instead),
        };
    }

    private static Control Own(string id, Severity severity, string text) =>
        new(id, ControlState.Checked, text) { Severity = severity, Standard = Standard.Exceptions, Page = Page };

    private sealed record Problem(Control Control, string Why, string Instead);
}
