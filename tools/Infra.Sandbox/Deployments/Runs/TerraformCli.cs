using Infra.Sandbox.Deployments.Folders;
using Infra.Sandbox.Deployments.Processes;
using Infra.Sandbox.Terraform;
using Pulumi;

namespace Infra.Sandbox.Deployments.Runs;

/// <summary>The result of a terraform run.</summary>
/// <param name="ExitCode">0 for success.</param>
/// <param name="Log">The path of the log file.</param>
internal sealed record FinishedRun(int ExitCode, string Log)
{
    public bool IsSuccess => ExitCode == 0;
}

/// <summary>Runs terraform, or tofu, in the work folder of a stack.</summary>
/// <param name="program">The full path of terraform or tofu.</param>
/// <param name="folder">The work folder.</param>
/// <param name="hasColors">Whether to color the plan.</param>
internal sealed class TerraformCli(string program, WorkFolder folder, bool hasColors)
{
    public const string DocumentName = "main.tf.json";

    private const string DataDirectory = ".terraform";
    private const string TestDirectory = "validate";
    private const string TestName = "mock.tftest.json";

    // Most operations only wait; more at once than an emulator can answer are tried again, and made twice.
    private const string Parallelism = "-parallelism=20";

    public string Name => Path.GetFileName(program);

    /// <summary>Installs the providers of the document.</summary>
    /// <param name="pluginDirectory">The folder with the providers; null for terraform's configuration.</param>
    public Task<FinishedRun> InitAsync(string? pluginDirectory, CancellationToken cancellation)
    {
        string[] arguments = ["init", "-input=false", "-no-color", .. pluginDirectory is null ? [] : new[] { $"-plugin-dir={pluginDirectory}" }];
        return RunAsync(arguments, [], _ => { }, cancellation);
    }

    /// <summary>Writes the schemas of all providers of the document as JSON.</summary>
    public async Task WriteSchemasAsync(Stream output, CancellationToken cancellation)
    {
        var command = Command(["providers", "schema", "-json"], []);
        var (exitCode, errors) = await ToolProcess.CaptureAsync(command, output, cancellation);
        if (exitCode != 0)
        {
            throw new RunException($"{Name} providers schema failed:\n{errors.TrimEnd()}");
        }
    }

    /// <summary>
    /// Applies a program to a mocked provider. In a separate directory, because the document differs from
    /// the deployed one.
    /// </summary>
    public Task<FinishedRun> TestAsync(TerraformProgram tested, Action<string> onLine, CancellationToken cancellation)
    {
        OwnerOnly.CreateDirectory(folder.File(TestDirectory));
        folder.Write(Path.Combine(TestDirectory, DocumentName), tested.Document);
        folder.Write(Path.Combine(TestDirectory, TestName), tested.MockTest);
        folder.Write(Path.Combine(TestDirectory, ProviderLock.FileName), folder.Read(ProviderLock.FileName)!);
        return RunWithProviderAsync(["test", "-json"], [], onLine, cancellation, folder.File(TestDirectory));
    }

    /// <summary>Plans as text; the exit code is 2 if there are changes.</summary>
    public Task<FinishedRun> PlanAsync(IReadOnlyDictionary<string, string> variables, Action<string> onLine, CancellationToken cancellation)
    {
        // The folder is locked already, and a leftover state lock marks an interrupted change.
        string[] arguments = ["plan", "-input=false", "-detailed-exitcode", "-lock=false", Parallelism, .. hasColors ? [] : new[] { "-no-color" }];
        return RunWithProviderAsync(arguments, variables, onLine, cancellation);
    }

    /// <summary>Plans and applies in one run, because reading the provider's schema takes seconds.</summary>
    public Task<FinishedRun> ApplyAsync(IReadOnlyDictionary<string, string> variables, Action<string> onLine, CancellationToken cancellation) =>
        RunWithProviderAsync(["apply", "-auto-approve", "-input=false", "-json", Parallelism], variables, onLine, cancellation);

    /// <summary>Destroys everything in the state.</summary>
    /// <param name="refresh">Whether to refresh the state first, which is slow.</param>
    /// <param name="onLine">Receives each line of output.</param>
    /// <param name="cancellation">Interrupts terraform.</param>
    public Task<FinishedRun> DestroyAsync(bool refresh, Action<string> onLine, CancellationToken cancellation)
    {
        string[] arguments = ["destroy", "-auto-approve", "-input=false", "-json", refresh ? "-refresh=true" : "-refresh=false", Parallelism];
        return RunWithProviderAsync(arguments, [], onLine, cancellation);
    }

    /// <summary>Marks a resource as complete.</summary>
    public Task<FinishedRun> UntaintAsync(string address) =>
        RunAsync(["untaint", "-no-color", address], [], _ => { }, CancellationToken.None);

    /// <summary>Removes resources from the state without deleting them.</summary>
    public Task<FinishedRun> RemoveFromStateAsync(IEnumerable<string> addresses) =>
        RunAsync(["state", "rm", .. addresses], [], _ => { }, CancellationToken.None);

    private async Task<FinishedRun> RunWithProviderAsync(
        string[] arguments,
        IEnumerable<KeyValuePair<string, string>> variables,
        Action<string> onLine,
        CancellationToken cancellation,
        string? directory = null)
    {
        cancellation.ThrowIfCancellationRequested();
        await using var provider = await ProviderProcess.StartAsync(folder, cancellation);
        return await RunAsync(arguments, [.. variables, provider.Variable], onLine, cancellation, directory);
    }

    private async Task<FinishedRun> RunAsync(
        string[] arguments,
        IEnumerable<KeyValuePair<string, string>> variables,
        Action<string> onLine,
        CancellationToken cancellation,
        string? directory = null)
    {
        cancellation.ThrowIfCancellationRequested();
        var log = folder.CreateLog(arguments[0]);
        var command = Command(arguments, variables) with { Directory = directory ?? folder.Path };
        using var process = ToolProcess.StartDetached(command, log);
        RunningTerraform.Record(folder, process.Identity);

        await using var interruption = cancellation.Register(process.Interrupt);
        await foreach (var line in process.Lines())
        {
            onLine(line);
        }

        RunningTerraform.Clear(folder);
        return new FinishedRun(process.ExitCode, log);
    }

    private ToolCommand Command(IReadOnlyList<string> arguments, IEnumerable<KeyValuePair<string, string>> variables) => new()
    {
        Program = program,
        Arguments = arguments,
        Directory = folder.Path,
        Environment = new Dictionary<string, string>(variables) { ["TF_DATA_DIR"] = folder.File(DataDirectory) },
    };
}
