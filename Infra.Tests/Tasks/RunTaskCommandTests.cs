using System.Diagnostics;
using Infra.Tasks;
using Infra.Tests.Support;

namespace Infra.Tests.Tasks;

public sealed class RunTaskCommandTests : IDisposable
{
    private const string Task = "arn:aws:ecs:eu-central-1:123456789012:task/shop-dev/0a1b";

    // Answers each call in turn from a file, and keeps its arguments, one to a line.
    private const string FakeAws = """
        #!/bin/sh
        for argument; do echo "$argument"; done >> "$FAKE/calls"
        echo -- >> "$FAKE/calls"
        sed -n 1p "$FAKE/answers"
        sed -i 1d "$FAKE/answers"
        exit "$(cat "$FAKE/exit" 2>/dev/null || echo 0)"
        """;

    private static readonly RunTaskNetwork Network = new() { Subnets = ["subnet-1", "subnet-2"], SecurityGroup = "sg-1", AssignPublicIp = false };

    private static readonly RunTaskCommand Command = new()
    {
        Region = "eu-central-1",
        Cluster = "shop-dev",
        TaskDefinition = "shop-dev-report:7",
        LogGroup = "/ecs/shop-dev/job-report",
        Container = "shop-job-report",
        Network = Network,
        CapacityProviders = [new CapacityShare("FARGATE", 1, 1), new CapacityShare("FARGATE_SPOT", 0, 3)],
    };

    private readonly TemporaryProject _folder = new(("aws", FakeAws), ("sleep", "#!/bin/sh\n"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Text_Awsvpc_HasNetworkConfiguration() => Assert.Equal(
        "(task=$(aws ecs run-task --region eu-central-1 --cluster shop-dev --task-definition shop-dev-report:7 --count 1 "
            + "--capacity-provider-strategy capacityProvider=FARGATE,base=1,weight=1 capacityProvider=FARGATE_SPOT,base=0,weight=3 "
            + "--network-configuration 'awsvpcConfiguration={subnets=[subnet-1,subnet-2],securityGroups=[sg-1],assignPublicIp=DISABLED}' "
            + "--enable-ecs-managed-tags --propagate-tags TASK_DEFINITION --query 'tasks[0].taskArn || failures[0].reason' --output text) || exit; "
            + "case $task in arn:*) echo \"$task\" ;; *) echo \"not started: $task\" >&2; exit 1 ;; esac; "
            + "while status=$(aws ecs describe-tasks --region eu-central-1 --cluster shop-dev --tasks \"$task\" --query 'tasks[0].lastStatus' --output text) "
            + "&& [ \"$status\" != STOPPED ]; do sleep 5; done; "
            + "code=$(aws ecs describe-tasks --region eu-central-1 --cluster shop-dev --tasks \"$task\" --query 'tasks[0].containers[0].exitCode' --output text) || exit; "
            + "case $code in [0-9]*) aws logs tail /ecs/shop-dev/job-report --region eu-central-1 "
            + "--log-stream-names \"shop-job-report/shop-job-report/${task##*/}\" --since 7d --format short; exit \"$code\" ;; "
            + "*) aws ecs describe-tasks --region eu-central-1 --cluster shop-dev --tasks \"$task\" --query 'tasks[0].stoppedReason' --output text >&2; exit 1 ;; esac)",
        Command.Text());

    [Fact]
    public void Text_PublicTask_AssignsPublicIp() =>
        Assert.Contains("assignPublicIp=ENABLED}'", (Command with { Network = Network with { AssignPublicIp = true } }).Text(), StringComparison.Ordinal);

    [Fact]
    public void Text_HostMode_HasNoNetworkConfiguration() => Assert.Contains(
        "--capacity-provider-strategy capacityProvider=ec2-shop-dev_main,base=0,weight=1 --enable-ecs-managed-tags ",
        (Command with { Network = null, CapacityProviders = [new CapacityShare("ec2-shop-dev_main", 0, 1)] }).Text(),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("0")]
    [InlineData("3")]
    [InlineData("137")]
    public async Task Run_ExitsWithTheCodeOfTheContainer(string code)
    {
        var run = await RunAsync(0, Task, "PROVISIONING", "RUNNING", "STOPPED", code, "done");

        Assert.Equal((int.Parse(code, null), $"{Task}\ndone\n", ""), run);
        Assert.Equal(["run-task", "describe-tasks", "describe-tasks", "describe-tasks", "describe-tasks", "tail"], Calls().Select(call => call[1]));
    }

    [Fact]
    public async Task Run_PassesEachArgumentAsOneWord()
    {
        await RunAsync(0, Task, "STOPPED", "0", "");

        var calls = Calls();
        Assert.Contains("awsvpcConfiguration={subnets=[subnet-1,subnet-2],securityGroups=[sg-1],assignPublicIp=DISABLED}", calls[0]);
        Assert.Contains("tasks[0].taskArn || failures[0].reason", calls[0]);
        Assert.Contains(Task, calls[1]);
        Assert.Contains("shop-job-report/shop-job-report/0a1b", calls[3]);
    }

    [Fact]
    public async Task Run_WithoutCapacity_SaysWhyItDidNotStart() =>
        Assert.Equal((1, "", "not started: RESOURCE:MEMORY\n"), await RunAsync(0, "RESOURCE:MEMORY"));

    [Fact]
    public async Task Run_OfAContainerThatNeverStarted_SaysWhy() => Assert.Equal(
        (1, $"{Task}\n", "CannotPullContainerError: not found\n"), await RunAsync(0, Task, "STOPPED", "None", "CannotPullContainerError: not found"));

    [Fact]
    public async Task Run_WithoutPermission_ExitsLikeTheAwsCommand() => Assert.Equal(254, (await RunAsync(254, "")).ExitCode);

    private async Task<(int ExitCode, string Out, string Error)> RunAsync(int awsExit, params string[] answers)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(_folder.Directory, "aws"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
            File.SetUnixFileMode(Path.Combine(_folder.Directory, "sleep"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        await File.WriteAllLinesAsync(Path.Combine(_folder.Directory, "answers"), answers);
        await File.WriteAllTextAsync(Path.Combine(_folder.Directory, "exit"), $"{awsExit}");
        var start = new ProcessStartInfo("/bin/sh", ["-c", Command.Text()]) { RedirectStandardOutput = true, RedirectStandardError = true };
        (start.Environment["PATH"], start.Environment["FAKE"]) = ($"{_folder.Directory}:/usr/bin:/bin", _folder.Directory);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await error);
    }

    private List<string[]> Calls() =>
    [
        .. File.ReadAllText(Path.Combine(_folder.Directory, "calls")).Split("--\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(call => call.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
    ];
}
