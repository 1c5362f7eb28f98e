using Infra.Sandbox.Deployments.Folders;
using Infra.Sandbox.Deployments.Processes;
using Infra.Sandbox.Terraform;
using Pulumi;

namespace Infra.Sandbox.Deployments.Runs;

/// <summary>Runs terraform, or tofu, in the work folder of a stack.</summary>
/// <param name="program">The full path of terraform or tofu.</param>
/// <param name="folder">Where it runs.</param>
/// <param name="hasColors">Whether what people read may have colours.</param>
internal sealed class TerraformCli(string program, WorkFolder folder, bool hasColors)
{
    public const string DocumentName = "main.tf.json";

    private const string DataDirectory = ".terraform";
    private const string TestDirectory = "validate";
    private const string TestName = "mock.tftest.json";

    // Nearly everything only waits, so that more at a time costs nothing.
    private const string Parallelism = "-parallelism=40";

    public string Name => Path.GetFileName(program);

    /// <summary>Gets the providers that the document names.</summary>
    /// <param name="pluginDirectory">Where they are; none to look where terraform is configured to look.</param>
    public Task<FinishedRun> InitAsync(string? pluginDirectory, CancellationToken cancellation)
    {
        string[] arguments = ["init", "-input=false", "-no-color", .. pluginDirectory is null ? [] : new[] { $"-plugin-dir={pluginDirectory}" }];
        return RunAsync(arguments, [], _ => { }, cancellation);
    }

    /// <summary>Writes the schemas of all providers of the document, some megabytes of JSON.</summary>
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
    /// Applies a program to a provider that only checks it, and says all in JSON. In a directory of its own, because the document differs from
    /// the one that is deployed.
    /// </summary>
    public Task<FinishedRun> TestAsync(TerraformProgram tested, Action<string> onLine, CancellationToken cancellation)
    {
        OwnerOnly.CreateDirectory(folder.File(TestDirectory));
        folder.Write(Path.Combine(TestDirectory, DocumentName), tested.Document);
        folder.Write(Path.Combine(TestDirectory, TestName), tested.MockTest);
        folder.Write(Path.Combine(TestDirectory, ProviderLock.FileName), folder.Read(ProviderLock.FileName)!);
        return RunAsync(["test", "-json"], [], onLine, cancellation, folder.File(TestDirectory));
    }

    /// <summary>Says in words what would change; the exit code is 2 where anything would.</summary>
    public Task<FinishedRun> PlanAsync(IReadOnlyDictionary<string, string> variables, Action<string> onLine, CancellationToken cancellation)
    {
        // Nothing else works in the folder, and a lock left behind tells that something was being changed.
        string[] arguments = ["plan", "-input=false", "-detailed-exitcode", "-lock=false", Parallelism, .. hasColors ? [] : new[] { "-no-color" }];
        return RunAsync(arguments, variables, onLine, cancellation);
    }

    /// <summary>Plans and applies, and says all in JSON. In one run, because each start of the provider takes seconds.</summary>
    public Task<FinishedRun> ApplyAsync(IReadOnlyDictionary<string, string> variables, Action<string> onLine, CancellationToken cancellation) =>
        RunAsync(["apply", "-auto-approve", "-input=false", "-json", Parallelism], variables, onLine, cancellation);

    /// <summary>Destroys everything in the state, and says all in JSON.</summary>
    /// <param name="refresh">Whether it first looks at what is really there, which takes its time.</param>
    /// <param name="onLine">Gets each line.</param>
    /// <param name="cancellation">Interrupts it.</param>
    public Task<FinishedRun> DestroyAsync(bool refresh, Action<string> onLine, CancellationToken cancellation) =>
        RunAsync(["destroy", "-auto-approve", "-input=false", "-json", refresh ? "-refresh=true" : "-refresh=false", Parallelism], [], onLine, cancellation);

    /// <summary>Lets a resource count as complete.</summary>
    public Task<FinishedRun> UntaintAsync(string address) =>
        RunAsync(["untaint", "-no-color", address], [], _ => { }, CancellationToken.None);

    /// <summary>Forgets resources without deleting them.</summary>
    public Task<FinishedRun> ForgetAsync(IEnumerable<string> addresses) =>
        RunAsync(["state", "rm", .. addresses], [], _ => { }, CancellationToken.None);

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
        RunningTerraform.Remember(folder, process.Identity);

        await using var interruption = cancellation.Register(process.Interrupt);
        await foreach (var line in process.Lines())
        {
            onLine(line);
        }

        RunningTerraform.Forget(folder);
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
