using System.Collections.Immutable;
using Infra.Sandbox.Checks.Edits;

namespace Infra.Sandbox.Checks.Reports;

/// <summary>The result of a check, as reports show it.</summary>
internal sealed record CheckReport
{
    public required string Stack { get; init; }

    /// <summary>The path of the stack file, as the operator knows it.</summary>
    public required string FileName { get; init; }

    public required StackFileText File { get; init; }

    public required CheckResult Result { get; init; }

    /// <summary>The controls that no key meets for the resources of the stack.</summary>
    public required ImmutableArray<Control> Unmet { get; init; }

    /// <summary>The number of findings of further standards, which are not shown.</summary>
    public required int Hidden { get; init; }
}
