using System.Collections.Immutable;
using Infra.Configuration.Binding;
using Infra.Sandbox.Checks.Controls;
using Infra.Sandbox.Checks.Exceptions;
using Infra.Sandbox.Graph;
using Infra.Stack;

namespace Infra.Sandbox.Checks;

/// <summary>Checks a stack against all controls.</summary>
internal static class StackChecker
{
    /// <param name="graph">The resources of the stack.</param>
    /// <param name="config">The configuration that they come from.</param>
    /// <param name="today">The day on which exceptions must hold; null if they hold on any day.</param>
    public static CheckResult Check(ResourceGraph graph, StackConfig config, DateOnly? today)
    {
        var context = new CheckContext(graph, config);
        ImmutableArray<Finding> found = [.. ControlRules.All.SelectMany(rule => Find(rule, context))];
        return ExceptionMatching.Apply(found, context, today);
    }

    // Several resources can have the same cause.
    private static IEnumerable<Finding> Find(ControlRule rule, CheckContext context) =>
        from violation in rule.Find(context)
        group violation by violation.Key into same
        let first = same.First()
        select new Finding
        {
            Control = ControlCatalog.Find(rule.Id)!,
            Key = same.Key,
            Why = first.Why,
            Remedy = first.Remedy,
            Resources = [.. same.Select(violation => violation.Resource.Key).Distinct()],
        };
}

/// <summary>The findings of a stack.</summary>
/// <param name="Findings">Those that no exception covers, the most severe first.</param>
/// <param name="Excepted">Those that an exception covers, with it.</param>
internal sealed record CheckResult(ImmutableArray<Finding> Findings, ImmutableArray<ExceptedFinding> Excepted)
{
    /// <summary>Without the findings of standards that are read only on request.</summary>
    public CheckResult Foundational => new(
        [.. Findings.Where(finding => finding.Control.Standard != Standard.Other)],
        [.. Excepted.Where(excepted => excepted.Finding.Control.Standard != Standard.Other)]);
}

/// <summary>A finding that the team accepts.</summary>
internal sealed record ExceptedFinding(Finding Finding, string Reason, DateOnly Until);
