using Infra.Sandbox.Deployments.Emulators;
using Infra.Sandbox.Deployments.Processes;
using Infra.Sandbox.Tests.Deployments.Support;

namespace Infra.Sandbox.Tests.Deployments.Commands;

public sealed class DestroyCommandTests : IDisposable
{
    private const string State = """
        { "resources": [{ "mode": "managed", "type": "aws_vpc", "name": "shop", "instances": [{ "attributes": {} }] }] }
        """;

    private readonly TemporaryFolder _tools = new();
    private readonly FakeEmulator _emulator = new();
    private readonly CancellationTokenSource _interruption = new();
    private readonly SandboxProject _project;

    public DestroyCommandTests()
    {
        Skip.If(OperatingSystem.IsWindows(), "there is no /bin/sh");
        _project = new SandboxProject { Interruption = _interruption.Token };
    }

    public void Dispose()
    {
        _tools.Dispose();
        _emulator.Dispose();
        _interruption.Dispose();
        _project.Dispose();
    }

    [SkippableFact]
    public async Task StackThatIsNotDeployed_HasNothingToDestroy()
    {
        WriteTerraform("exit 1");

        var run = await RunAsync("destroy", "dev");

        Assert.Equal((0, "dev is not deployed."), (run.ExitCode, run.Out));
        Assert.False(_project.HasWorkFolder);
    }

    [SkippableTheory]
    [InlineData("dve", "; did you mean dev?")]
    [InlineData("pord", "; did you mean prod?")]
    [InlineData("stagnig", "; did you mean staging?")] // deployed from a stack file of another name
    [InlineData("somewhere", "")]
    public async Task UnknownStack_IsAnErrorWithASuggestion(string stack, string hint)
    {
        WriteTerraform("exit 1");
        Directory.CreateDirectory(_project.File(".sandbox/staging"));

        var run = await RunAsync("destroy", stack);

        Assert.Equal((1, $"there is no stack \"{stack}\", neither a stack file nor a folder in .sandbox{hint}"), (run.ExitCode, run.Error));
        Assert.False(Directory.Exists(_project.File($".sandbox/{stack}")));
    }

    [SkippableFact]
    public async Task StackWithoutAStackFile_IsDestroyed()
    {
        WriteTerraform("exit 1");
        Directory.CreateDirectory(_project.File(".sandbox/staging"));

        var run = await RunAsync("destroy", "staging");

        Assert.Equal("staging is not deployed.\n.sandbox/staging has been deleted.", run.Out.ReplaceLineEndings("\n"));
        Assert.False(_project.HasWorkFolder);
    }

    [SkippableFact]
    public async Task DeployedStack_IsDestroyedFromItsState()
    {
        // Variables and resources would require values that only up has.
        WriteTerraform("cat main.tf.json > ../../destroyed.json; echo \"$@\" > ../../arguments");
        await DeployAsync();

        var run = await RunAsync("destroy", "dev");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal("""{"terraform":{},"provider":{"aws":{}}}""", File.ReadAllText(_project.File("destroyed.json")));
        Assert.StartsWith("destroy -auto-approve ", File.ReadAllText(_project.File("arguments")));
        Assert.False(_project.HasWorkFolder);
    }

    [SkippableFact]
    public async Task UndeletableResource_IsRemovedFromTheStateFirst()
    {
        WriteTerraform("echo \"$@\" >> ../../arguments");
        await DeployAsync(state: State.Replace("aws_vpc", "aws_efs_file_system_policy", StringComparison.Ordinal));

        await RunAsync("destroy", "dev");

        var commands = await File.ReadAllLinesAsync(_project.File("arguments"));
        Assert.Equal(["state rm aws_efs_file_system_policy.shop", "destroy"], [commands[0], commands[1].Split(' ')[0]]);
    }

    [SkippableFact]
    public async Task FailedDestroy_KeepsTheState()
    {
        WriteTerraform("""
            echo '{ "type": "diagnostic", "diagnostic": { "severity": "error", "summary": "refused", "detail": "", "address": "aws_vpc.shop" } }'
            exit 1
            """);
        await DeployAsync();

        var run = await RunAsync("destroy", "dev");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("error: aws_vpc.shop: refused", run.Error);
        Assert.EndsWith("./sandbox destroy dev --discard", run.Error);
        Assert.True(File.Exists(_project.File(".sandbox/dev/terraform.tfstate")));
        Assert.Equal(0, (await RunAsync("destroy", "dev", "--discard")).ExitCode);
        Assert.False(_project.HasWorkFolder);
    }

    [SkippableFact]
    public async Task FailedDestroy_IsRetriedWithARefresh()
    {
        WriteTerraform("""
            case "$*" in *-refresh=false*)
                echo '{ "type": "diagnostic", "diagnostic": { "severity": "error", "summary": "not found", "detail": "", "address": "aws_vpc.shop" } }'
                exit 1
            esac
            """);
        await DeployAsync();

        var run = await RunAsync("destroy", "dev");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("error: aws_vpc.shop: not found\nSome resources could not be deleted; retrying after a refresh.", run.Out);
        Assert.False(_project.HasWorkFolder);
    }

    [SkippableFact]
    public async Task Interruption_IsForwardedOnceAndAwaited()
    {
        Interrupts.RequireThatScriptsNotice();
        WriteTerraform("""
            trap 'echo got it >> ../../interruptions' INT
            touch ../../begun
            while [ ! -e ../../interruptions ]; do sleep 0.1; done
            sleep 0.5
            exit 1
            """);
        await DeployAsync();

        var destroy = RunAsync("destroy", "dev");
        await WaitForFileAsync("begun");
        await _interruption.CancelAsync();
        var run = await destroy;

        Assert.Equal((1, "Interrupted; run the command again to continue."), (run.ExitCode, run.Error));
        Assert.Equal("got it\n", File.ReadAllText(_project.File("interruptions")));
        Assert.True(File.Exists(_project.File(".sandbox/dev/terraform.tfstate")));
    }

    [SkippableFact]
    public async Task RemoteEmulatorOfAnEarlierUp_RequiresAllowRemote()
    {
        WriteTerraform("exit 1");
        await DeployAsync(new Uri("http://10.0.0.7:4566"));

        var run = await RunAsync("destroy", "dev");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--allow-remote", run.Error);
    }

    private async Task WaitForFileAsync(string file)
    {
        while (!File.Exists(_project.File(file)))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }

    private void WriteTerraform(string script) => _tools.WriteProgram("terraform", script);

    private Task<CommandRun> RunAsync(params string[] arguments) => _project.RunAsync(new ToolFinder(_tools.Path), arguments);

    private async Task DeployAsync(Uri? endpoint = null, string state = State)
    {
        using var folder = await Infra.Sandbox.Deployments.Folders.WorkFolder.OpenAsync(_project.Directory, "dev", _ => { }, CancellationToken.None);
        folder.Write("main.tf.json", """{ "terraform": {}, "provider": { "aws": {} }, "variable": { "a": {} }, "resource": {} }""");
        folder.Write("terraform.tfstate", state);
        folder.InstallProvider();
        new EmulatorRecord(endpoint ?? _emulator.Endpoint, null).WriteTo(folder);
    }
}
