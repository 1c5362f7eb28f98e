using Infra.Sandbox.Verification.Aws;
using Infra.Sandbox.Verification.Checks;
using Infra.Sandbox.Verification.Outputs;
using Infra.Sandbox.Verification.Rollouts;

namespace Infra.Sandbox.Verification.Causes;

/// <summary>The log of a container that exited with an error.</summary>
internal sealed record FailedLog(string Group, string Stream)
{
    // An executable for another platform fails only when the container runs it. All other lines are the application's, and may hold secrets.
    private const string WrongPlatform = "exec format error";

    /// <returns>The log of the last task that failed by itself; null if there is none.</returns>
    public static FailedLog? Of(ExpectedService expected, ServiceState history, Revision? revision)
    {
        var revisionArn = RolloutEvaluator.FailedRevision(expected, history);
        var failed = history.Tasks
            .Where(task => task.TaskDefinition == revisionArn && task.StopCode == "EssentialContainerExited")
            .SelectMany(task => task.Containers.Where(container => container.ExitCode is not (null or 0)).Select(container => (task, container.Name)))
            .LastOrDefault();
        return failed.task is null || revision?.Logs.FirstOrDefault(log => log.Container == failed.Name) is not { Group.Length: > 0 } log
            ? null
            : new FailedLog(log.Group, log.StreamOf(failed.task.Id));
    }

    public string Command(string region) => $"aws logs tail {Group} --region {region} --log-stream-names {Stream} --since 3h";

    /// <summary>The messages that name a cause; the rest of the log is not shown.</summary>
    public async Task<IEnumerable<Evidence>> ReadAsync(IAwsCli aws, CancellationToken cancellation)
    {
        try
        {
            var answer = await aws.CallAsync(
                new AwsCall("logs", "get-log-events", "--log-group-name", Group, "--log-stream-name", Stream, "--limit", "20", "--no-start-from-head"),
                cancellation);
            return answer.Items("events").Any(line => line.Text("message").Contains(WrongPlatform, StringComparison.OrdinalIgnoreCase))
                ? Enumerable.Repeat(new Evidence(EvidenceSource.Log, $"log {Group}: {WrongPlatform}"), 1)
                : [];
        }
        catch (AwsCallException)
        {
            return [];
        }
    }
}
