namespace Infra.Sandbox.Deployments.Runs;

/// <summary>How a run of terraform has ended.</summary>
/// <param name="ExitCode">0 for success.</param>
/// <param name="Log">The file with all it said.</param>
internal sealed record FinishedRun(int ExitCode, string Log)
{
    public bool IsSuccess => ExitCode == 0;
}
