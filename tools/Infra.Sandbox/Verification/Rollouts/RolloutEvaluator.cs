using System.Collections.Immutable;
using Infra.Sandbox.Verification.Outputs;

namespace Infra.Sandbox.Verification.Rollouts;

/// <summary>
/// Decides whether a service runs what was deployed. Only <see cref="Outcome.Serving"/> is a success: the deployment that ECS calls complete is
/// the expected one, its tasks run, and the load balancer finds as many of them healthy.
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
/// </summary>
internal static class RolloutEvaluator
{
    private const string Completed = "COMPLETED";
    private const string HasFailed = "FAILED";
    private const string RollingBack = "rolling back to";

    private static readonly TimeSpan RollbackEvent = TimeSpan.FromMinutes(1);

    public static RolloutStatus Evaluate(ExpectedService expected, ServiceState state) =>
        EvaluateService(expected, state) ?? EvaluateDeployment(expected, state) ?? EvaluateTasks(expected, state);

    /// <summary>The revision that is to run: that of the stack, or whatever the pipeline deployed.</summary>
    public static string ExpectedRevision(ExpectedService expected, ServiceState state) =>
        expected.IsPipelineOwned ? state.Primary?.TaskDefinition ?? "" : expected.TaskDefinition;

    /// <summary>
    /// The revision whose tasks failed. A <c>pulumi up</c> that fails because ECS rolls back leaves the outputs as they were, so that the expected revision is the
    /// one that runs again.
    /// </summary>
    public static string FailedRevision(ExpectedService expected, ServiceState state)
    {
        var revision = ExpectedRevision(expected, state);
        return state.Latest is { IsRolledBack: true } && state.Primary?.TaskDefinition == revision
            ? state.Tasks.LastOrDefault(task => task.LastStatus == "STOPPED" && task.TaskDefinition != revision)?.TaskDefinition ?? revision
            : revision;
    }

    private static RolloutStatus? EvaluateService(ExpectedService expected, ServiceState state) =>
        state.Status.Length == 0 ? new RolloutStatus(Outcome.Failed, $"the cluster has no service {expected.Name}", IsCertain: false)
        : state.Status != "ACTIVE" ? new RolloutStatus(Outcome.Failed, $"the service is {state.Status}", IsCertain: false)
        : state.Primary is null ? new RolloutStatus(Outcome.Waiting, "it has no deployment yet")
        : null;

    private static RolloutStatus? EvaluateDeployment(ExpectedService expected, ServiceState state)
    {
        var (revisionArn, primary) = (ExpectedRevision(expected, state), state.Primary!);
        if (state.Latest is { IsRolledBack: true } || (state.Latest is null && IsRollback(primary, state.Events)))
        {
            return new RolloutStatus(Outcome.RolledBack, $"ROLLED BACK by {Cause(state)}");
        }

        if (state.Latest is { IsStopped: true })
        {
            return new RolloutStatus(Outcome.Failed, "the deployment was stopped");
        }

        if (primary.TaskDefinition != revisionArn)
        {
            return state.Deployments.Any(deployment => deployment.TaskDefinition == revisionArn && deployment.RolloutState == HasFailed)
                ? new RolloutStatus(Outcome.RolledBack, $"ROLLED BACK by {Cause(state)}")
                : new RolloutStatus(Outcome.Failed, "another revision was deployed", IsCertain: false);
        }

        return primary.RolloutState == HasFailed ? new RolloutStatus(Outcome.Failed, "the deployment FAILED")
            : primary.RolloutState != Completed || state.Latest is { IsInProgress: true } ? new RolloutStatus(Outcome.Waiting, Progress(state, revisionArn))
            : null;
    }

    private static RolloutStatus EvaluateTasks(ExpectedService expected, ServiceState state)
    {
        var (count, revisionArn) = (state.DesiredCount, ExpectedRevision(expected, state));
        if (count < expected.MinimumTasks || count > expected.MaximumTasks)
        {
            var range = expected.MinimumTasks == expected.MaximumTasks ? $"{expected.MinimumTasks}" : $"{expected.MinimumTasks} to {expected.MaximumTasks}";
            var text = $"the desired count is {count}, not {range}";
            // Scaling corrects it within a minute or two; otherwise somebody has set it.
            return expected.MinimumTasks == expected.MaximumTasks ? new RolloutStatus(Outcome.Failed, text, IsCertain: false) : new RolloutStatus(Outcome.Waiting, text);
        }

        var tasks = state.Running(revisionArn).ToList();
        if (tasks.Count < count)
        {
            return new RolloutStatus(Outcome.Waiting, Progress(state, revisionArn));
        }

        var healthy = expected.TargetGroups.Select(groups => Healthy(groups, state, tasks)).ToList();
        var running = Running(tasks.Count, count);
        return healthy.Exists(targets => targets < count)
            ? new RolloutStatus(Outcome.Waiting, $"{running}, {healthy.Min()} healthy in the load balancer")
            : new RolloutStatus(Outcome.Serving, healthy.Count > 0 && count > 0 ? $"{running}, healthy in the load balancer" : running);
    }

    // Tasks without a network interface are registered with the id of their instance, which only other calls would tell.
    private static int Healthy(ImmutableArray<string> groups, ServiceState state, IReadOnlyCollection<TaskState> tasks)
    {
        var addresses = tasks.Select(task => task.Address).Where(address => address.Length > 0).ToHashSet();
        return groups
            .SelectMany(group => state.Targets[group])
            .Count(target => target.State == "healthy" && (addresses.Count == 0 || addresses.Contains(target.Id)));
    }

    // ECS says it of a deployment only until it completes; then the event remains, which is as old as the deployment.
    private static bool IsRollback(Deployment deployment, IEnumerable<ServiceEvent> events) =>
        deployment.RolloutStateReason.Contains(RollingBack, StringComparison.OrdinalIgnoreCase)
        || events.Any(item => item.Message.Contains(RollingBack, StringComparison.OrdinalIgnoreCase)
            && (item.Message.Contains(deployment.Id, StringComparison.Ordinal) || (item.CreatedAt - deployment.CreatedAt)?.Duration() <= RollbackEvent));

    private static string Cause(ServiceState state) =>
        state.Latest is { Alarms: not [] } || Says(state, "alarm detected") ? "an alarm"
        : state.Latest is null or { HasTrippedCircuitBreaker: true } ? "the circuit breaker"
        : "ECS";

    private static bool Says(ServiceState state, string text) =>
        state.Latest is { } latest && (latest.Reason + latest.RollbackReason).Contains(text, StringComparison.OrdinalIgnoreCase)
        || state.Deployments.Any(deployment => deployment.RolloutStateReason.Contains(text, StringComparison.OrdinalIgnoreCase))
        || (state.Events.FirstOrDefault(item => item.Message.Contains("deployment failed", StringComparison.OrdinalIgnoreCase))?.Message ?? "")
            .Contains(text, StringComparison.OrdinalIgnoreCase);

    private static string Progress(ServiceState state, string revisionArn)
    {
        var failed = state.Deployments.Where(deployment => deployment.TaskDefinition == revisionArn).Sum(deployment => deployment.FailedTasks);
        var running = Running(state.Running(revisionArn).Count(), state.DesiredCount);
        return failed == 0 ? $"{running}, the rollout is in progress" : $"{running}, {failed} failed";
    }

    private static string Running(int tasks, int count) => $"{tasks} of {count} {(count == 1 ? "task" : "tasks")} running";
}
