using Infra.Sandbox.Deployments.Emulators;
using Infra.Sandbox.Deployments.Folders;
using Infra.Sandbox.Deployments.Messages;
using Infra.Sandbox.Deployments.Processes;
using Infra.Sandbox.Deployments.Runs;
using Infra.Sandbox.Deployments.Values;
using Infra.Sandbox.Terraform;
using Infra.Sandbox.Terraform.Document;

namespace Infra.Sandbox.Deployments.Commands;

/// <summary>The work folder of a stack with its terraform and emulator.</summary>
internal sealed class TerraformWorkspace : IDisposable
{
    // The minimal document for terraform init.
    private static readonly string FirstDocument =
        DocumentText.Of(TerraformValue.Map.Empty.With("terraform", ProviderConfiguration.Settings)).Text;

    private readonly StackRequest _request;
    private readonly DeploymentContext _context;

    private TerraformWorkspace(StackRequest request, DeploymentContext context, WorkFolder folder, string terraform)
    {
        _request = request;
        _context = context;
        Folder = folder;
        Terraform = new TerraformCli(terraform, folder, context.Terminal.HasColors);
        Emulator = new StackEmulator(folder, request.Stack, request.AllowRemote, context.Print);
    }

    public WorkFolder Folder { get; }

    public TerraformCli Terraform { get; }

    public StackEmulator Emulator { get; }

    /// <summary>Opens the folder and waits for a terraform process that is still running in it.</summary>
    /// <exception cref="MissingToolException">Terraform is not installed; nothing has been created.</exception>
    public static async Task<TerraformWorkspace> OpenAsync(
        StackRequest request, DeploymentContext context, string projectDirectory, CancellationToken cancellation)
    {
        var terraform = context.Tools.TerraformOrTofu();
        var folder = await WorkFolder.OpenAsync(projectDirectory, request.Stack, context.Print, cancellation);
        try
        {
            await RunningTerraform.WaitAsync(folder, context.Print, cancellation);
            await ProviderProcess.EndRecordedAsync(folder);
            return new TerraformWorkspace(request, context, folder, terraform);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Installs the provider if necessary and reads its schema.</summary>
    /// <exception cref="MissingToolException">The provider cannot be installed; nothing has been created.</exception>
    public async Task<(ProviderLock Provider, ProviderSchema Schema)> PrepareProviderAsync(CancellationToken cancellation)
    {
        var provider = InstalledProvider() ?? await InitAsync(cancellation);
        var schema = await _context.Schemas.GetAsync(provider, output =>
        {
            _context.Print($"Reading the schema of {provider.DisplayName}, once per version.");
            return Terraform.WriteSchemasAsync(output, cancellation);
        });
        return (provider, schema);
    }

    /// <summary>Writes the program's document and the values of its variables, keeping those of earlier runs.</summary>
    public StackValues WriteProgram(TerraformProgram program)
    {
        var values = StackValues.For(program.Variables, Folder.Read(StackValues.FileName));
        Folder.Write(StackValues.FileName, values.Text());
        Folder.Write(TerraformCli.DocumentName, program.Document);
        return values;
    }

    public void Dispose() => Folder.Dispose();

    // With --plugin-dir, an installed provider may come from another folder.
    private ProviderLock? InstalledProvider() => _request.PluginDirectory is null ? ProviderLock.InstalledIn(Folder) : null;

    private async Task<ProviderLock> InitAsync(CancellationToken cancellation)
    {
        if (Folder.Read(TerraformCli.DocumentName) is null)
        {
            Folder.Write(TerraformCli.DocumentName, FirstDocument);
        }

        var plugins = _request.PluginDirectory is { } directory ? Path.GetFullPath(directory, _context.Terminal.Directory) : null;
        var run = await Terraform.InitAsync(plugins, cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (run.IsSuccess && ProviderLock.InstalledIn(Folder) is { } provider)
        {
            return provider;
        }

        var problem = InitProblem.In(File.ReadAllText(run.Log));
        if (Folder.IsNew)
        {
            Folder.Remove();
        }

        throw new MissingToolException(InitProblem.Describe(Terraform.Name, problem));
    }
}
