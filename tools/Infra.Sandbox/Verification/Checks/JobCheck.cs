using Infra.Sandbox.Verification.Aws;
using Infra.Sandbox.Verification.Outputs;

namespace Infra.Sandbox.Verification.Checks;

/// <summary>Checks that the schedule, the event rule or the pipe of a job is on and runs its revision.</summary>
internal sealed class JobCheck(IAwsCli aws)
{
    private static readonly string[] NotFound = ["ResourceNotFoundException", "NotFoundException"];

    public async Task<IEnumerable<Finding>> RunAsync(ExpectedJob job, CancellationToken cancellation)
    {
        Finding?[] findings =
        [
            job.Schedule.Length == 0 ? null : await FindingOfAsync(job, "schedule", "schedule", job.Schedule, ScheduleAsync, cancellation),
            job.EventRule.Length == 0 ? null : await FindingOfAsync(job, "event", "event rule", job.EventRule, EventRuleAsync, cancellation),
            job.Pipe.Length == 0 ? null : await FindingOfAsync(job, "event", "pipe", job.Pipe, PipeAsync, cancellation),
        ];
        return findings.OfType<Finding>();
    }

    private static async Task<Finding?> FindingOfAsync(
        ExpectedJob job, string key, string kind, string name, Func<string, CancellationToken, Task<Trigger>> read, CancellationToken cancellation)
    {
        var problem = await ProblemOfAsync(job, kind, name, read, cancellation);
        return problem is null ? null : new Finding($"{job.Key}.{key}", problem, Finding.Refresh);
    }

    private static async Task<string?> ProblemOfAsync(
        ExpectedJob job, string kind, string name, Func<string, CancellationToken, Task<Trigger>> read, CancellationToken cancellation)
    {
        try
        {
            var trigger = await read(name, cancellation);
            return !trigger.State.Equals("ENABLED", StringComparison.OrdinalIgnoreCase) && trigger.State != "RUNNING" ? $"{kind} {name} is {trigger.State}"
                : trigger.TaskDefinition != job.TaskDefinition ? $"{kind} {name} runs {Revision.ShortName(trigger.TaskDefinition)}"
                : null;
        }
        catch (AwsCallException exception) when (NotFound.Contains(exception.Code))
        {
            return $"{kind} {name} does not exist";
        }
    }

    private async Task<Trigger> ScheduleAsync(string name, CancellationToken cancellation)
    {
        var answer = await aws.CallAsync(new AwsCall("scheduler", "get-schedule", "--name", name), cancellation);
        return new Trigger(answer.Text("State"), ((answer.Find("Target") ?? default).Find("EcsParameters") ?? default).Text("TaskDefinitionArn"));
    }

    private async Task<Trigger> EventRuleAsync(string name, CancellationToken cancellation)
    {
        var rule = await aws.CallAsync(new AwsCall("events", "describe-rule", "--name", name), cancellation);
        var targets = await aws.CallAsync(new AwsCall("events", "list-targets-by-rule", "--rule", name), cancellation);
        return new Trigger(
            rule.Text("State"),
            (targets.Items("Targets").Select(target => target.Find("EcsParameters") ?? default).FirstOrDefault()).Text("TaskDefinitionArn"));
    }

    private async Task<Trigger> PipeAsync(string name, CancellationToken cancellation)
    {
        var answer = await aws.CallAsync(new AwsCall("pipes", "describe-pipe", "--name", name), cancellation);
        return new Trigger(
            answer.Text("CurrentState"), ((answer.Find("TargetParameters") ?? default).Find("EcsTaskParameters") ?? default).Text("TaskDefinitionArn"));
    }

    private sealed record Trigger(string State, string TaskDefinition);
}
