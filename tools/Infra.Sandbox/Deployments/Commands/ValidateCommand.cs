using Infra.Configuration.StackFiles;
using Infra.Sandbox.Deployments.Messages;
using Infra.Sandbox.Terraform;
using Pulumi;

namespace Infra.Sandbox.Deployments.Commands;

/// <summary>Lets the provider check a stack, with nothing behind it.</summary>
internal static class ValidateCommand
{
    public static async Task RunAsync(StackRequest request, DeploymentContext context, CancellationToken cancellation)
    {
        context.Tools.TerraformOrTofu();
        var project = ProjectFile.Find(context.Terminal.Directory);
        var stack = await EvaluatedStack.ReadAsync(request, project, context.Terminal);
        using var workshop = await StackWorkshop.OpenAsync(request, context, project.Directory, cancellation);
        var (provider, schema) = await workshop.PrepareProviderAsync(cancellation);

        var program = TerraformTranslator.Translate(stack.Graph, schema, new TerraformTarget(stack.Region));
        var narrator = new RunNarrator(context.Terminal, program.Sources, cancellation);
        var run = await workshop.Terraform.TestAsync(program, narrator.Take, cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (!run.IsSuccess)
        {
            narrator.TellRest();
            throw new RunException($"{provider.ShownName} does not accept {request.Stack}");
        }

        foreach (var line in LeftOut.Describe(program, provider))
        {
            context.Say(line);
        }

        context.Say($"{provider.ShownName} accepts {request.Stack}: {program.Addresses.Count} resources and lookups.");
    }
}
