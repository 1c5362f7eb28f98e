namespace Infra.Sandbox.CommandLine;

/// <summary>The exit codes of all commands.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    public const int Failure = 1;

    /// <summary>The command line is not valid.</summary>
    public const int UsageError = 2;

    public const int MissingTool = 3;

    /// <summary><c>diff</c>: data is lost, traffic is cut, or the update would fail.</summary>
    public const int Harm = 4;

    /// <summary><c>cost</c>: a typical month costs more than the budget.</summary>
    public const int OverBudget = 4;

    /// <summary><c>diff --detailed-exitcode</c>: something changes.</summary>
    public const int Changes = 5;

    /// <summary><c>check</c>: a finding of the severity of <c>--fail-on</c>, or a higher one.</summary>
    public const int Findings = 6;

    /// <summary><c>verify</c>: the stack is not running as deployed.</summary>
    public const int NotServing = 8;
}
