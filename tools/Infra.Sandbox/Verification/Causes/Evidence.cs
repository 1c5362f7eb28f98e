using System.Collections.Immutable;
using Infra.Sandbox.Verification.Outputs;
using Infra.Sandbox.Verification.Rollouts;

namespace Infra.Sandbox.Verification.Causes;

/// <summary>The sources of messages, the most specific first.</summary>
internal enum EvidenceSource
{
    Log,
    Task,
    Target,
    Event,
    Deployment,
}

/// <summary>A message of AWS about a deployment.</summary>
internal sealed record Evidence(EvidenceSource EvidenceSource, string Message)
{
    private const string MigrationSuffix = "-migration";

    /// <summary>All messages about the deployment of a service.</summary>
    /// <param name="expected">The service.</param>
    /// <param name="state">The service, with all stopped tasks that were seen.</param>
    public static IEnumerable<Evidence> Of(ExpectedService expected, ServiceState state)
    {
        var revisionArn = RolloutEvaluator.FailedRevision(expected, state);
        var start = state.Deployments.Where(deployment => deployment.TaskDefinition == revisionArn).Min(deployment => deployment.CreatedAt)
            ?? state.Primary?.CreatedAt - TimeSpan.FromHours(1);
        return
        [
            .. state.Tasks.Where(task => task.LastStatus is "STOPPED" or "DEPROVISIONING" && task.TaskDefinition == revisionArn).SelectMany(OfTask),
            .. state.Targets.Values.SelectMany(targets => targets).Where(target => target.State is "unhealthy" or "unused").Select(OfTarget),
            .. OfAlarms(state.Latest?.Alarms ?? []),
            .. state.Events.Where(item => start is null || item.CreatedAt >= start).Select(item => new Evidence(EvidenceSource.Event, item.Message)),
            .. OfDeployment(state, revisionArn),
        ];
    }

    private static IEnumerable<Evidence> OfAlarms(ImmutableArray<string> alarms) =>
        alarms.IsEmpty ? [] : Enumerable.Repeat(new Evidence(EvidenceSource.Event, $"triggered alarms: {string.Join(", ", alarms)}"), 1);

    private static IEnumerable<Evidence> OfTask(TaskState task)
    {
        var containers = task.Containers.Select(container => OfContainer(container, task.StopCode)).OfType<string>().Distinct().ToList();
        string[] messages = task.StopCode is "UserInitiated" or "SpotInterruption" ? [$"{task.StopCode}: {task.StoppedReason}"]
            : containers.Count > 0 ? [.. containers]
            : [task.StoppedReason];
        return messages.Where(message => message.Length > 0).Select(message => new Evidence(EvidenceSource.Task, message));
    }

    private static string? OfContainer(ContainerState container, string stopCode)
    {
        // ECS also stops tasks that are unhealthy or too many; the exit codes of their containers say nothing.
        if (stopCode == "ServiceSchedulerInitiated")
        {
            return null;
        }

        if (container.ExitCode is null || stopCode != "EssentialContainerExited")
        {
            return container.Reason.Length > 0 ? container.Reason : null;
        }

        var hasMigrated = container.ExitCode == 0 && container.Name.EndsWith(MigrationSuffix, StringComparison.Ordinal);
        var reason = container.Reason.Length > 0 ? $": {container.Reason}" : "";
        return hasMigrated ? null : $"container {container.Name} exited with {container.ExitCode}{reason}";
    }

    private static Evidence OfTarget(TargetState target) => new(EvidenceSource.Target, $"{target.Reason}: {target.Description}");

    private static IEnumerable<Evidence> OfDeployment(ServiceState state, string revisionArn)
    {
        string[] messages =
        [
            state.Latest?.RollbackReason ?? "",
            state.Latest?.Reason ?? "",
            .. state.Deployments
                .Where(deployment => deployment.TaskDefinition == revisionArn || deployment.RolloutState == "FAILED")
                .Select(deployment => deployment.RolloutStateReason),
        ];
        return messages.Where(message => message.Length > 0).Select(message => new Evidence(EvidenceSource.Deployment, message));
    }
}
