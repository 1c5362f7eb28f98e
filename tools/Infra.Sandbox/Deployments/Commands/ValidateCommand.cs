using Infra.Configuration.StackFiles;
using Infra.Sandbox.Deployments.Messages;
using Infra.Sandbox.Terraform;
using Pulumi;

namespace Infra.Sandbox.Deployments.Commands;

/// <summary>Validates a stack with the provider, without an emulator.</summary>
internal static class ValidateCommand
{
    public static async Task RunAsync(StackRequest request, DeploymentContext context, CancellationToken cancellation)
    {
        context.Tools.TerraformOrTofu();
        var project = ProjectFile.Find(context.Terminal.Directory);
        var stack = await EvaluatedStack.ReadAsync(request, project, context.Terminal);
        using var workspace = await TerraformWorkspace.OpenAsync(request, context, project.Directory, cancellation);
        var (provider, schema) = await workspace.PrepareProviderAsync(cancellation);

        var program = TerraformTranslator.Translate(stack.Graph, schema, new TerraformTarget(stack.Region));
        var progress = new RunProgress(context.Terminal, program.Sources, cancellation);
        var run = await workspace.Terraform.TestAsync(program, progress.Add, cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (!run.IsSuccess)
        {
            progress.WriteUnparsedOutput();
            throw new RunException($"{provider.DisplayName} does not accept {request.Stack}");
        }

        foreach (var line in Omissions.Describe(program, provider))
        {
            context.Print(line);
        }

        context.Print($"{provider.DisplayName} accepts {request.Stack}: {program.Addresses.Count} resources and lookups.");
    }
}
