using Infra.Sandbox.Deployments.Commands;
using Infra.Sandbox.Deployments.Processes;
using Infra.Sandbox.Deployments.Runs;
using Infra.Sandbox.Providers;
using Infra.Sandbox.Providers.States;
using Infra.Sandbox.Terraform;
using Infra.Sandbox.Tests.Deployments.Support;

namespace Infra.Sandbox.Tests.Providers.Support;

/// <summary>The AWS provider of this machine, started once for all tests that ask it.</summary>
[CollectionDefinition(Collection)]
public sealed class RunningProvider : IAsyncLifetime, IDisposable, ICollectionFixture<RunningProvider>
{
    public const string Collection = nameof(RunningProvider);

    private readonly TemporaryFolder _project = new();
    private TerraformWorkspace? _workspace;
    private ResourcePlanner? _planner;
    private string _missing = "";
    private ProviderSchema? _schema;
    private ProviderOracle? _oracle;

    internal ProviderSchema Schema => Required(_schema);

    internal ProviderOracle Oracle => Required(_oracle);

    internal UpdateOracle Updates => new(Oracle, Schema);

    internal ResourceConfigs Configs => new(Schema);

    internal SymbolSamples Samples => new(Schema);

    public async Task InitializeAsync()
    {
        var terminal = new RecordedTerminal(_project.Path);
        var context = new DeploymentContext(terminal.Terminal, ToolFinder.ForProcess(), SchemaCache.ForUser());
        try
        {
            _workspace = await TerraformWorkspace.OpenAsync(new StackRequest { Stack = "dev" }, context, _project.Path, CancellationToken.None);
            (_, _schema) = await _workspace.PrepareProviderAsync(CancellationToken.None);
            _planner = await ResourcePlanner.StartAsync(_workspace.Folder, "eu-central-1", CancellationToken.None);
            _oracle = new ProviderOracle(_planner);
        }
        catch (MissingToolException missing)
        {
            _missing = missing.Message;
        }
    }

    public async Task DisposeAsync()
    {
        if (_planner is not null)
        {
            await _planner.DisposeAsync();
        }
    }

    public void Dispose()
    {
        _workspace?.Dispose();
        _project.Dispose();
    }

    // Skips the test that asks for what is not there.
    private T Required<T>(T? value)
        where T : class
    {
        Skip.If(value is null, _missing);
        return value!;
    }
}
