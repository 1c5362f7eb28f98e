using Infra.Sandbox.Deployments.Emulators;
using Infra.Sandbox.Deployments.Folders;
using Infra.Sandbox.Deployments.Messages;
using Infra.Sandbox.Deployments.Processes;
using Infra.Sandbox.Deployments.Runs;
using Infra.Sandbox.Deployments.Values;
using Infra.Sandbox.Terraform;
using Infra.Sandbox.Terraform.Document;

namespace Infra.Sandbox.Deployments.Commands;

/// <summary>The work folder of a stack and what works in it.</summary>
internal sealed class StackWorkshop : IDisposable
{
    // What init needs to know before there is a document.
    private static readonly string FirstDocument =
        DocumentText.Of(TerraformValue.Map.Empty.With("terraform", ProviderConfiguration.Settings)).Text;

    private readonly StackRequest _request;
    private readonly DeploymentContext _context;

    private StackWorkshop(StackRequest request, DeploymentContext context, WorkFolder folder, string terraform)
    {
        _request = request;
        _context = context;
        Folder = folder;
        Terraform = new TerraformCli(terraform, folder, context.Terminal.HasColors);
        Emulator = new StackEmulator(folder, request.Stack, request.AllowRemote, context.Say);
    }

    public WorkFolder Folder { get; }

    public TerraformCli Terraform { get; }

    public StackEmulator Emulator { get; }

    /// <summary>Opens the folder, and waits for what still works in it.</summary>
    /// <exception cref="MissingToolException">Terraform is not there; nothing has been made.</exception>
    public static async Task<StackWorkshop> OpenAsync(
        StackRequest request, DeploymentContext context, string projectDirectory, CancellationToken cancellation)
    {
        var terraform = context.Tools.TerraformOrTofu();
        var folder = await WorkFolder.OpenAsync(projectDirectory, request.Stack, context.Say, cancellation);
        try
        {
            await RunningTerraform.WaitAsync(folder, context.Say, cancellation);
            return new StackWorkshop(request, context, folder, terraform);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Lets terraform get the provider, where it has not, and learns what the provider accepts.</summary>
    /// <exception cref="MissingToolException">The provider cannot be had; nothing has been made.</exception>
    public async Task<(ProviderLock Provider, ProviderSchema Schema)> PrepareProviderAsync(CancellationToken cancellation)
    {
        var provider = InstalledProvider() ?? await InitAsync(cancellation);
        var schema = await _context.Schemas.GetAsync(provider, output =>
        {
            _context.Say($"Reading what {provider.ShownName} accepts, once for this version.");
            return Terraform.WriteSchemasAsync(output, cancellation);
        });
        return (provider, schema);
    }

    /// <summary>Makes the values that the program needs, where an earlier run has not, and writes its document.</summary>
    public StackValues WriteProgram(TerraformProgram program)
    {
        var values = StackValues.For(program.Variables, Folder.Read(StackValues.FileName));
        Folder.Write(StackValues.FileName, values.Text());
        Folder.Write(TerraformCli.DocumentName, program.Document);
        return values;
    }

    public void Dispose() => Folder.Dispose();

    // Whoever names a folder wants the provider in it, not what an earlier run has found elsewhere.
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
