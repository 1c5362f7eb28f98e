using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.NewStacks;

/// <summary>A copy of the project in which <c>new</c> is run.</summary>
internal sealed class NewStackRun : IDisposable
{
    private readonly TemporaryProject _project;

    public NewStackRun(params (string Name, string Text)[] files) => _project = new TemporaryProject([("Pulumi.yaml", Read("Pulumi.yaml")), .. files]);

    public string Out { get; private set; } = "";

    public string Error { get; private set; } = "";

    /// <summary>The project with its shipped stacks and examples.</summary>
    public static NewStackRun OfRepository() => new([.. ShippedFiles.Select(file => (file, Read(file)))]);

    public static IReadOnlyList<string> ShippedFiles =>
    [
        "Pulumi.dev.yaml", "Pulumi.prod.yaml",
        .. Directory.EnumerateFiles(RepositoryFiles.Path("examples")).Select(path => $"examples/{Path.GetFileName(path)}").Order(StringComparer.Ordinal),
    ];

    public static string Read(string file) => File.ReadAllText(RepositoryFiles.Path(file.Split('/')));

    public void Dispose() => _project.Dispose();

    /// <summary>Runs a command.</summary>
    /// <param name="arguments">Its arguments, separated by spaces.</param>
    /// <param name="answers">What is typed; null where there is no terminal.</param>
    public async Task<int> RunAsync(string arguments, string? answers = null)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var terminal = new Terminal(output, error, _project.Directory, HasColors: false) { In = answers is null ? null : new StringReader(answers) };
        var exitCode = await SandboxCommands.RunAsync(arguments.Split(' '), terminal);
        (Out, Error) = (output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
        return exitCode;
    }

    public bool Has(string file) => File.Exists(Path.Combine(_project.Directory, file));

    public string Text(string file) => File.ReadAllText(Path.Combine(_project.Directory, file));
}
