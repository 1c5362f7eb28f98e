using Infra.Configuration.StackFiles;
using Infra.Sandbox.Deployments.Emulators;
using Infra.Sandbox.Deployments.Runs;
using Infra.Sandbox.Deployments.Values;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Terraform;

namespace Infra.Sandbox.Deployments.Commands;

/// <summary>A stack with its emulator, ready to plan and apply.</summary>
internal sealed class EmulatedStack : IDisposable
{
    public required TerraformWorkspace Workspace { get; init; }

    public required EmulatorRecord Emulator { get; init; }

    /// <summary>Whether this command started the emulator.</summary>
    public required bool IsEmulatorNew { get; init; }

    public required ProviderLock Provider { get; init; }

    public required TerraformProgram Program { get; init; }

    public required StackValues Values { get; init; }

    public required string Region { get; init; }

    public static async Task<EmulatedStack> PrepareAsync(StackRequest request, DeploymentContext context, CancellationToken cancellation)
    {
        var endpoint = request.ParseEndpoint();
        RequireTools(endpoint, context);
        var project = ProjectFile.Find(context.Terminal.Directory);
        var stack = await EvaluatedStack.ReadAsync(request, project, context.Terminal);

        var workspace = await TerraformWorkspace.OpenAsync(request, context, project.Directory, cancellation);
        try
        {
            return await PrepareAsync(workspace, stack, endpoint, context, cancellation);
        }
        catch
        {
            workspace.Dispose();
            throw;
        }
    }

    public void Dispose() => Workspace.Dispose();

    private static async Task<EmulatedStack> PrepareAsync(
        TerraformWorkspace workspace, EvaluatedStack stack, Uri? endpoint, DeploymentContext context, CancellationToken cancellation)
    {
        await workspace.Emulator.ReconcileAsync();
        var (provider, schema) = await workspace.PrepareProviderAsync(cancellation);
        var isNew = EmulatorRecord.In(workspace.Folder) is null && endpoint is null;
        try
        {
            var emulator = await workspace.Emulator.EnsureAsync(endpoint, context.Tools, cancellation);
            using var client = new EmulatorClient(emulator.Endpoint);
            var graph = await SeedAsync(client, stack, cancellation);
            var program = TerraformTranslator.Translate(graph, schema, new TerraformTarget(stack.Region, emulator.Endpoint));
            await EmulatorSeed.EnsureHostedZonesAsync(client, program.HostedZones, cancellation);
            return new EmulatedStack
            {
                Workspace = workspace,
                Emulator = emulator,
                IsEmulatorNew = isNew,
                Provider = provider,
                Program = program,
                Values = workspace.WriteProgram(program),
                Region = stack.Region,
            };
        }
        catch when (isNew)
        {
            await workspace.Emulator.EndAsync();
            throw;
        }
    }

    // The emulator assigns its own IDs, which replace those of the stack file.
    private static async Task<ResourceGraph> SeedAsync(EmulatorClient client, EvaluatedStack stack, CancellationToken cancellation) =>
        stack.Existing is null
            ? stack.Graph
            : stack.Graph.WithTexts(await ExistingResourcesSeed.EnsureAsync(client, stack.Region, stack.Existing, cancellation));

    // Before anything is created.
    private static void RequireTools(Uri? endpoint, DeploymentContext context)
    {
        context.Tools.TerraformOrTofu();
        if (endpoint is null)
        {
            context.Tools.MotoServer();
        }
    }
}
