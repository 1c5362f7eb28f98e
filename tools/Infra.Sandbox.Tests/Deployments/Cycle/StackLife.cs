using System.Text.Json.Nodes;
using System.Xml.Linq;
using Infra.Sandbox.Deployments.Processes;
using Infra.Sandbox.Tests.Deployments.Support;
using Pulumi;

namespace Infra.Sandbox.Tests.Deployments.Cycle;

/// <summary>
/// The life of a stack in an emulator of its own: up, up again, maybe more, destroy. It takes minutes, so it is lived once for all tests of
/// the stack.
/// </summary>
public abstract class StackLife : IDisposable
{
    private readonly string _region;
    private readonly string[] _configFile;
    private readonly Lazy<Task<string?>> _missing;

    /// <param name="stack">The name of the stack.</param>
    /// <param name="configFile">Its file, where it is not the one of that name.</param>
    /// <param name="region">Where the file says that it is.</param>
    private protected StackLife(string stack, string? configFile = null, string region = EmulatorProbe.DefaultRegion)
    {
        (Stack, _region) = (stack, region);
        _configFile = configFile is null ? [] : ["--config-file", configFile];
        _missing = new Lazy<Task<string?>>(LiveAsync);
    }

    /// <summary>The name of the stack.</summary>
    internal string Stack { get; }

    internal CommandRun FirstUp { get; private set; } = null!;

    internal CommandRun SecondUp { get; private set; } = null!;

    internal CommandRun Destroy { get; private set; } = null!;

    /// <summary>The generated passwords.</summary>
    internal string[] Secrets { get; private set; } = [];

    /// <summary>All that the commands have said.</summary>
    internal string Said { get; private set; } = "";

    /// <summary>All that is written down before the stack is destroyed, but for the state and the values themselves.</summary>
    internal string Written { get; private set; } = "";

    /// <summary>The listeners of all load balancers.</summary>
    internal XElement Listeners { get; private set; } = null!;

    internal XElement SecurityGroupRules { get; private set; } = null!;

    /// <summary>What the emulator holds of the stack when it is up.</summary>
    internal string[] Present { get; private set; } = [];

    /// <summary>What the emulator still holds of the stack when it has been destroyed.</summary>
    internal string[] Remaining { get; private set; } = [];

    internal bool HasWorkFolderAfterDestroy { get; private set; }

    private protected SandboxProject Project { get; } = new();

    public void Dispose()
    {
        Project.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Waits until it has been lived, or skips the test because something for it is missing.</summary>
    internal async Task RequireAsync()
    {
        var missing = await _missing.Value;
        Skip.If(missing is not null, missing);
    }

    /// <summary>Runs a command on the stack.</summary>
    internal async Task<CommandRun> RunAsync(string command, params string[] options)
    {
        var run = await Project.RunAsync([command, Stack, .. command == "destroy" ? [] : _configFile, .. options]);
        Said += $"{run.Out}\n{run.Error}\n";
        return run;
    }

    /// <summary>Asks the emulator what the tests want to know, while the stack is up.</summary>
    private protected abstract Task LookAroundAsync(EmulatorProbe probe);

    /// <summary>What happens between the second up and destroy.</summary>
    private protected virtual Task GoOnAsync(EmulatorProbe probe) => Task.CompletedTask;

    /// <summary>Changes a file of the project, as an operator does between two deployments.</summary>
    private protected async Task EditAsync(string file, string from, string to)
    {
        var path = Project.File(file);
        var text = await File.ReadAllTextAsync(path);
        Assert.Contains(from, text);
        await File.WriteAllTextAsync(path, text.Replace(from, to));
    }

    private async Task<string?> LiveAsync()
    {
        try
        {
            await using var emulator = await StartedEmulator.StartAsync();
            await LiveAsync(emulator);
            return null;
        }
        catch (MissingToolException missing)
        {
            return missing.Message;
        }
    }

    private async Task LiveAsync(StartedEmulator emulator)
    {
        try
        {
            await LiveAsync(emulator.Endpoint);
        }
        catch (RunException failure)
        {
            throw new RunException($"{failure.Message}\nThe emulator says:\n{string.Join('\n', emulator.Complaints())}", failure);
        }
    }

    private async Task LiveAsync(Uri endpoint)
    {
        using var probe = new EmulatorProbe(endpoint, _region);
        FirstUp = await RunAsync("up", "--endpoint", $"{endpoint}");
        if (FirstUp.ExitCode == 3)
        {
            throw new MissingToolException(FirstUp.Error);
        }

        Present = await Leftovers.OfAsync(probe, Stack);
        Listeners = await probe.ListenersAsync();
        SecurityGroupRules = await probe.SecurityGroupRulesAsync();
        await LookAroundAsync(probe);
        SecondUp = await RunAsync("up");
        await GoOnAsync(probe);
        ReadFiles();
        Destroy = await RunAsync("destroy");
        HasWorkFolderAfterDestroy = Project.HasWorkFolder;
        Remaining = await Leftovers.OfAsync(probe, Stack);
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
        Written = string.Join('\n', Directory.EnumerateFiles(folder, "*.log", SearchOption.AllDirectories)
            .Append(Path.Combine(folder, "main.tf.json"))
            .Select(File.ReadAllText));
    }
}
