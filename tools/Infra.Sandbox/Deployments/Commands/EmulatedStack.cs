using Infra.Configuration.StackFiles;
using Infra.Sandbox.Deployments.Emulators;
using Infra.Sandbox.Deployments.Runs;
using Infra.Sandbox.Deployments.Values;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Terraform;

namespace Infra.Sandbox.Deployments.Commands;

/// <summary>A stack with an emulator, ready to be planned and applied.</summary>
internal sealed class EmulatedStack : IDisposable
{
    public required StackWorkshop Workshop { get; init; }

    public required EmulatorRecord Emulator { get; init; }

    /// <summary>Whether the emulator was started just now.</summary>
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

        var workshop = await StackWorkshop.OpenAsync(request, context, project.Directory, cancellation);
        try
        {
            return await PrepareAsync(workshop, stack, endpoint, context, cancellation);
        }
        catch
        {
            workshop.Dispose();
            throw;
        }
    }

    public void Dispose() => Workshop.Dispose();

    private static async Task<EmulatedStack> PrepareAsync(
        StackWorkshop workshop, EvaluatedStack stack, Uri? endpoint, DeploymentContext context, CancellationToken cancellation)
    {
        await workshop.Emulator.SettleAsync();
        var (provider, schema) = await workshop.PrepareProviderAsync(cancellation);
        var isNew = EmulatorRecord.In(workshop.Folder) is null && endpoint is null;
        try
        {
            var emulator = await workshop.Emulator.EnsureAsync(endpoint, context.Tools, cancellation);
            using var client = new EmulatorClient(emulator.Endpoint);
            var graph = await SeedAsync(client, stack, cancellation);
            var program = TerraformTranslator.Translate(graph, schema, new TerraformTarget(stack.Region, emulator.Endpoint));
            await EmulatorSeed.EnsureHostedZonesAsync(client, program.HostedZones, cancellation);
            return new EmulatedStack
            {
                Workshop = workshop,
                Emulator = emulator,
                IsEmulatorNew = isNew,
                Provider = provider,
                Program = program,
                Values = workshop.WriteProgram(program),
                Region = stack.Region,
            };
        }
        catch when (isNew)
        {
            await workshop.Emulator.EndAsync();
            throw;
        }
    }

    // An emulator gives what is made for the stack ids of its own, and so the stack must go by those.
    private static async Task<ResourceGraph> SeedAsync(EmulatorClient client, EvaluatedStack stack, CancellationToken cancellation) =>
        stack.Existing is null
            ? stack.Graph
            : stack.Graph.WithTexts(await ExistingResourcesSeed.EnsureAsync(client, stack.Region, stack.Existing, cancellation));

    // Before anything is made.
    private static void RequireTools(Uri? endpoint, DeploymentContext context)
    {
        context.Tools.TerraformOrTofu();
        if (endpoint is null)
        {
            context.Tools.MotoServer();
        }
    }
}
