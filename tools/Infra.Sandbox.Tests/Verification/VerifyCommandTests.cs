using Infra.Sandbox.Deployments.Commands;
using Infra.Sandbox.Deployments.Processes;
using Infra.Sandbox.Deployments.Runs;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Verification;

/// <summary>The command with programs named aws and pulumi on the PATH.</summary>
public sealed class VerifyCommandTests : IDisposable
{
    // Keeps its arguments, and answers with the recordings.
    private const string Aws = """
        #!/bin/sh
        cd "${0%/*}"
        echo "$@" >> calls
        [ ! -f denied ] || { echo "An error occurred (AccessDeniedException) when calling the DescribeServices operation: not authorized" >&2; exit 254; }
        case "$1 $2 $*" in
          *"list-tasks"*STOPPED*) echo '{"taskArns": []}' ;;
          "ecs describe-services"*) echo '{"services": [{"serviceName": "worker", "status": "ACTIVE", "desiredCount": 0, "deployments": [{"id": "1", "status": "PRIMARY", "taskDefinition": "arn:aws:ecs:eu-west-1:1:task-definition/worker:3", "rolloutState": "COMPLETED"}]}]}' ;;
          "ecs describe-task-definition"*) echo '{"taskDefinition": {"status": "ACTIVE"}}' ;;
          *) echo '{}' ;;
        esac
        """;

    private const string Outputs = """
        {"expected": {"project": "app", "region": "eu-west-1", "cluster": "app-dev", "jobs": {},
          "services": {"services.worker": {"service": "worker", "taskDefinition": "arn:aws:ecs:eu-west-1:1:task-definition/worker:3", "minimumTasks": 0, "maximumTasks": 0, "timeoutMinutes": 35}}}}
        """;

    private static readonly string[] Programs = ["aws", "pulumi"];

    private readonly TemporaryProject _folder = new(("aws", Aws), ("pulumi", $"#!/bin/sh\ncd \"${{0%/*}}\"\necho \"$@\" >> calls\n/bin/cat <<'E'\n{Outputs}\nE\n"), ("outputs.json", Outputs), ("text.json", "no JSON"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Outputs_ComeFromThePulumiCli()
    {
        var run = await RunAsync("verify", "dev");

        Assert.Equal((0, "00:00 app:services.worker: 0 of 0 tasks running\n"), (run.ExitCode, run.Error));
        Assert.Equal("dev: cluster app-dev in eu-west-1\n  ✓ app:services.worker  worker:3: 0 of 0 tasks running\n\ndev is running as deployed.\n", run.Out);
        Assert.Equal("stack output --json --stack dev --non-interactive", Calls()[0]);
        Assert.Contains("ecs describe-services --region eu-west-1 --output json --cluster app-dev --services worker", Calls());
    }

    [Fact]
    public async Task Outputs_FromAFile_NeedNoPulumiCli()
    {
        File.Delete(Path.Combine(_folder.Directory, "pulumi"));

        Assert.Equal(0, (await RunAsync("verify", "dev", "--outputs", "outputs.json")).ExitCode);
    }

    [Theory]
    [InlineData(1, "text.json: the outputs are not JSON: ", "--outputs", "text.json")]
    [InlineData(2, "--outputs: nowhere.json is not a file\n", "--outputs", "nowhere.json")]
    public async Task File_WithoutOutputs_IsRefused(int exitCode, string message, params string[] options)
    {
        var run = await RunAsync(["verify", "dev", .. options]);

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Out));
        Assert.StartsWith(message, run.Error);
    }

    [Theory]
    [InlineData("aws", "aws is not on PATH; install the AWS CLI (https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html)\n")]
    [InlineData("pulumi", "pulumi is not on PATH; install it (https://www.pulumi.com/docs/iac/download-install), or name a file with the outputs of the stack with --outputs\n")]
    public async Task MissingTool_HasItsExitCode(string tool, string message)
    {
        File.Delete(Path.Combine(_folder.Directory, tool));

        Assert.Equal((3, "", message), await RunAsync("verify", "dev"));
    }

    [Fact]
    public async Task DeniedCall_IsAnError()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.Directory, "denied"), "");

        Assert.Equal(
            (1, "", "aws ecs describe-services: An error occurred (AccessDeniedException) when calling the DescribeServices operation: not authorized\n"),
            await RunAsync("verify", "dev"));
    }

    private async Task<(int ExitCode, string Out, string Error)> RunAsync(params string[] arguments)
    {
        foreach (var program in Programs.Select(name => Path.Combine(_folder.Directory, name)).Where(File.Exists))
        {
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            }
        }

        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var context = new DeploymentContext(
            new Terminal(output, error, _folder.Directory, HasColors: false), new ToolFinder(_folder.Directory), SchemaCache.ForUser());
        var exitCode = await SandboxCommands.RunAsync(arguments, context, CancellationToken.None);
        return (exitCode, output.ToString(), error.ToString());
    }

    private string[] Calls() => File.ReadAllLines(Path.Combine(_folder.Directory, "calls"));
}
