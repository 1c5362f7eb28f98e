namespace Infra.Tasks;

/// <summary>
/// The command that runs a task, waits for it, prints its log, and exits with the exit code of its container. It is one line for a POSIX
/// shell, in parentheses, so that <c>exit</c> does not end the shell it is pasted into. <c>aws ecs wait tasks-stopped</c> gives up after ten minutes.
/// </summary>
internal sealed record RunTaskCommand
{
    private const int PollSeconds = 5;

    public required string Region { get; init; }

    public required string Cluster { get; init; }

    public required string TaskDefinition { get; init; }

    public required string LogGroup { get; init; }

    /// <summary>The container, the only one of the task.</summary>
    public required string Container { get; init; }

    /// <summary>The awsvpc network; null with <c>networkMode: host</c>.</summary>
    public RunTaskNetwork? Network { get; init; }

    public required IReadOnlyList<CapacityShare> CapacityProviders { get; init; }

    public string Text() =>
        $"(task=$({Start()}) || exit; case $task in arn:*) echo \"$task\" ;; *) echo \"not started: $task\" >&2; exit 1 ;; esac; "
        + $"while status=$({Describe("lastStatus")}) && [ \"$status\" != STOPPED ]; do sleep {PollSeconds}; done; "
        + $"code=$({Describe("containers[0].exitCode")}) || exit; "
        + $"case $code in [0-9]*) {PrintLog()}; exit \"$code\" ;; *) {Describe("stoppedReason")} >&2; exit 1 ;; esac)";

    private string Start() =>
        $"aws ecs run-task --region {Region} --cluster {Cluster} --task-definition {TaskDefinition} --count 1 "
        + $"--capacity-provider-strategy {string.Join(' ', CapacityProviders.Select(Strategy))} "
        + $"{Network?.Option()}--enable-ecs-managed-tags --propagate-tags TASK_DEFINITION --query 'tasks[0].taskArn || failures[0].reason' --output text";

    private string Describe(string property) =>
        $"aws ecs describe-tasks --region {Region} --cluster {Cluster} --tasks \"$task\" --query 'tasks[0].{property}' --output text";

    private string PrintLog() =>
        $"aws logs tail {LogGroup} --region {Region} --log-stream-names \"{Container}/{Container}/${{task##*/}}\" --since 7d --format short";

    private static string Strategy(CapacityShare share) => $"capacityProvider={share.Provider},base={share.Base},weight={share.Weight}";
}

/// <summary>The awsvpc network of a task.</summary>
internal sealed record RunTaskNetwork
{
    public required IReadOnlyList<string> Subnets { get; init; }

    public required string SecurityGroup { get; init; }

    public required bool AssignPublicIp { get; init; }

    // Quoted, because brackets and braces are special characters of the shell.
    public string Option() =>
        $"--network-configuration 'awsvpcConfiguration={{subnets=[{string.Join(',', Subnets)}],securityGroups=[{SecurityGroup}],"
        + $"assignPublicIp={(AssignPublicIp ? "ENABLED" : "DISABLED")}}}' ";
}
