using Infra.Configuration.StackFiles;
using Infra.Sandbox.Deployments.Runs;
using Infra.Sandbox.Terraform;
using Pulumi;

namespace Infra.Sandbox.Deployments.Commands;

/// <summary>Writes a stack as a Terraform document.</summary>
internal static class DocumentCommand
{
    public static async Task RunAsync(StackRequest request, string directory, DeploymentContext context, CancellationToken cancellation)
    {
        var endpoint = request.ParseEndpoint();
        context.Tools.TerraformOrTofu();
        var project = ProjectFile.Find(context.Terminal.Directory);
        var stack = await EvaluatedStack.ReadAsync(request, project, context.Terminal);
        using var workspace = await TerraformWorkspace.OpenAsync(request, context, project.Directory, cancellation);
        var (provider, schema) = await workspace.PrepareProviderAsync(cancellation);

        var program = TerraformTranslator.Translate(stack.Graph, schema, new TerraformTarget(stack.Region, endpoint));
        await WriteAsync(program.Document, directory, context.Terminal.Directory, cancellation);
        foreach (var line in Omissions.Describe(program, provider))
        {
            context.Print(line);
        }

        context.Print($"{Path.Combine(directory, TerraformCli.DocumentName)} has been written.");
        if (!program.Variables.IsEmpty)
        {
            context.Print($"Set these variables to apply it: {string.Join(", ", program.Variables.Select(variable => variable.Name))}.");
        }
    }

    private static async Task WriteAsync(string document, string directory, string relativeTo, CancellationToken cancellation)
    {
        try
        {
            var target = Directory.CreateDirectory(Path.GetFullPath(directory, relativeTo));
            await File.WriteAllTextAsync(Path.Combine(target.FullName, TerraformCli.DocumentName), document, cancellation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RunException($"{Path.Combine(directory, TerraformCli.DocumentName)} cannot be written: {exception.Message}");
        }
    }
}
