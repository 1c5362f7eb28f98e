using System.Text.Json.Nodes;
using System.Xml.Linq;
using Infra.Sandbox.Deployments.Commands;
using Infra.Sandbox.Deployments.Processes;
using Infra.Sandbox.Tests.Deployments.Lifecycles.Edits;
using Infra.Sandbox.Tests.Deployments.Support;
using Infra.Sandbox.Tests.Permissions.Enforcement;
using Pulumi;

namespace Infra.Sandbox.Tests.Deployments.Lifecycles;

/// <summary>
/// The lifecycle of a stack in its own emulator: up, up again, edits, destroy. It takes minutes, so it runs once for all tests of the stack.
/// </summary>
public abstract class StackLifecycle : IDisposable
{
    private const int Failure = 1;
    private const int MissingTool = 3;

    // On a busy machine the answer to a call can be lost after the emulator has carried it out. The provider then makes it again, and fails.
    private static readonly string[] MadeTwice = ["already exists", "AlreadyExists", "Duplicate", "PriorityInUse", "DependencyViolation"];

    private readonly string _region;
    private readonly string? _source;
    private readonly Lazy<Task<string?>> _missingTool;
    private readonly List<AppliedRound> _rounds = [];
    private string? _configFile;

    /// <param name="stack">The name of the stack.</param>
    /// <param name="configFile">The stack file, if it does not have the stack's name.</param>
    /// <param name="region">The region in the stack file.</param>
    private protected StackLifecycle(string stack, string? configFile = null, string region = EmulatorProbe.DefaultRegion)
    {
        (Stack, _region, _source) = (stack, region, configFile);
        _configFile = CopyOfSource();
        _missingTool = new Lazy<Task<string?>>(RunAsync);
    }

    /// <summary>The name of the stack.</summary>
    internal string Stack { get; }

    internal CommandRun FirstUp { get; private set; } = null!;

    internal CommandRun SecondUp { get; private set; } = null!;

    /// <summary>The applied edits of the stack file.</summary>
    internal IReadOnlyList<AppliedRound> Rounds => _rounds;

    internal CommandRun Destroy { get; private set; } = null!;

    /// <summary>The generated passwords.</summary>
    internal string[] Secrets { get; private set; } = [];

    /// <summary>The output of all commands.</summary>
    internal string CommandOutput { get; private set; } = "";

    /// <summary>The Terraform document and all logs before the stack is destroyed.</summary>
    internal string DocumentAndLogs { get; private set; } = "";

    /// <summary>The listeners of all load balancers.</summary>
    internal XElement Listeners { get; private set; } = null!;

    internal XElement SecurityGroupRules { get; private set; } = null!;

    /// <summary>The stack's resources in the emulator after the first up.</summary>
    internal string[] Deployed { get; private set; } = [];

    /// <summary>The stack's resources in the emulator after destroy.</summary>
    internal string[] Remaining { get; private set; } = [];

    /// <summary>The actions that the emulator has denied the AWS provider.</summary>
    internal string[] Denials { get; private set; } = [];

    internal bool HasWorkFolderAfterDestroy { get; private set; }

    private protected SandboxProject Project { get; private set; } = new();

    private string[] ConfigFileOption => _configFile is null ? [] : ["--config-file", _configFile];

    public void Dispose()
    {
        Project.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Waits until the lifecycle has run, or skips the test if a tool is missing.</summary>
    internal async Task CompleteAsync()
    {
        var missing = await _missingTool.Value;
        Skip.If(missing is not null, missing);
    }

    /// <summary>Runs a command on the stack.</summary>
    internal async Task<CommandRun> RunAsync(string command, params string[] options)
    {
        var run = await Project.RunAsync([command, Stack, .. command == "destroy" ? [] : ConfigFileOption, .. options]);
        CommandOutput += $"{run.Out}\n{run.Error}\n";
        return run.ExitCode switch
        {
            MissingTool => throw new MissingToolException(run.Error),
            Failure => throw new RunException($"{command} {Stack} failed:\n{run.Error}"),
            _ => run,
        };
    }

    /// <summary>Reads from the emulator after the first up.</summary>
    private protected abstract Task InspectAsync(EmulatorProbe probe);

    /// <summary>Further operations between the second up and destroy.</summary>
    private protected virtual Task OperateAsync(EmulatorProbe probe) => Task.CompletedTask;

    /// <summary>Runs between each round of edits and its deployment.</summary>
    private protected virtual Task InspectEditAsync() => Task.CompletedTask;

    /// <summary>Edits a file of the project, as an operator does between two deployments.</summary>
    private protected async Task EditAsync(string file, string from, string to)
    {
        var path = Project.File(file);
        var text = await File.ReadAllTextAsync(path);
        Assert.Contains(from, text);
        await File.WriteAllTextAsync(path, text.Replace(from, to));
    }

    private async Task<string?> RunAsync()
    {
        try
        {
            await RunOnceAsync();
        }
        catch (RunException failure) when (Array.Exists(MadeTwice, failure.Message.Contains))
        {
            StartAgain();
            await RunOnceAsync();
        }
        catch (MissingToolException missing)
        {
            return missing.Message;
        }

        return null;
    }

    private async Task RunOnceAsync()
    {
        using var policy = new EnforcedPolicy(Project.Application(_configFile ?? $"Pulumi.{Stack}.yaml"), EnforcedPolicy.Needed);
        await using var emulator = await StartedEmulator.StartAsync(policy.Environment);
        await RunAsync(emulator);
        Denials = [.. policy.TakeChecks().Denied];
    }

    private string? CopyOfSource() => _source is null ? null : Project.Copy(_source);

    private void StartAgain()
    {
        Project.Dispose();
        Project = new SandboxProject();
        _configFile = CopyOfSource();
        _rounds.Clear();
        CommandOutput = "";
    }

    private async Task RunAsync(StartedEmulator emulator)
    {
        try
        {
            await RunAsync(emulator.Endpoint);
        }
        catch (RunException failure)
        {
            throw new RunException($"{failure.Message}\nErrors in the emulator's log:\n{string.Join('\n', emulator.FailedRequests())}", failure);
        }
    }

    private async Task RunAsync(Uri endpoint)
    {
        using var probe = new EmulatorProbe(endpoint, _region);
        FirstUp = await RunAsync("up", "--endpoint", $"{endpoint}");
        Deployed = await StackInventory.OfAsync(probe, Stack);
        Listeners = await probe.ListenersAsync();
        SecurityGroupRules = await probe.SecurityGroupRulesAsync();
        await InspectAsync(probe);
        SecondUp = await RunAsync("up");
        await OperateAsync(probe);
        await EditAsync();
        ReadFiles();
        Destroy = await RunAsync("destroy");
        HasWorkFolderAfterDestroy = Project.HasWorkFolder;
        Remaining = await StackInventory.OfAsync(probe, Stack);
    }

    private async Task EditAsync()
    {
        var editor = new StackEditor(Project, new StackRequest { Stack = Stack, ConfigFile = _configFile }, () => RunAsync("up"));
        foreach (var round in AppliedEdits.Of(this))
        {
            _rounds.Add(await editor.ApplyAsync(round, InspectEditAsync));
        }
    }

    private void ReadFiles()
    {
        var folder = Project.File($".sandbox/{Stack}");
        Secrets =
        [
            .. JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "values.json")))!.AsObject()
                .Where(value => value.Key.EndsWith("_password", StringComparison.Ordinal))
                .Select(value => value.Value!["value"].Text()),
        ];
        DocumentAndLogs = string.Join('\n', Directory.EnumerateFiles(folder, "*.log", SearchOption.AllDirectories)
            .Append(Path.Combine(folder, "main.tf.json"))
            .Select(File.ReadAllText));
    }
}
