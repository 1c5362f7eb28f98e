using System.Text.Json.Nodes;
using Infra.Configuration.Binding;
using Infra.Configuration.StackFiles;
using Infra.Sandbox.CommandLine;
using Infra.Sandbox.Deployments.Folders;
using Infra.Sandbox.Deployments.Messages;
using Infra.Sandbox.Deployments.Runs;
using Infra.Sandbox.Terraform;
using Pulumi;

namespace Infra.Sandbox.Deployments.Commands;

/// <summary>Deletes a deployed stack, its emulator and its work folder.</summary>
internal static class DestroyCommand
{
    // Destroy needs the state only. Other sections would require the values of variables.
    private static readonly string[] NeededSections = ["terraform", "provider"];

    /// <param name="request">The stack and its emulator.</param>
    /// <param name="discard">Whether to stop the emulator without deleting the resources first.</param>
    /// <param name="context">The terminal and tools.</param>
    /// <param name="cancellation">Interrupts terraform.</param>
    public static async Task RunAsync(StackRequest request, bool discard, DeploymentContext context, CancellationToken cancellation)
    {
        var endpoint = request.ParseEndpoint();
        context.Tools.TerraformOrTofu();
        var project = ProjectFile.Find(context.Terminal.Directory);
        if (!WorkFolder.Exists(project.Directory, request.Stack))
        {
            RequireStack(project, request.Stack);
            context.Print($"{request.Stack} is not deployed.");
            return;
        }

        using var workspace = await TerraformWorkspace.OpenAsync(request, context, project.Directory, cancellation);
        await workspace.Emulator.ReconcileAsync();
        if (TerraformState.ResourcesIn(workspace.Folder).Count == 0)
        {
            context.Print($"{request.Stack} is not deployed.");
        }
        else if (!discard)
        {
            await DestroyResourcesAsync(workspace, endpoint, request, context, cancellation);
        }

        await workspace.Emulator.EndAsync();
        workspace.Folder.Remove();
        context.Print($"{workspace.Folder.DisplayPath} has been deleted.");
    }

    // A mistyped name must not look like success.
    private static void RequireStack(ProjectFile project, string stack)
    {
        if (project.Stacks.Contains(stack))
        {
            return;
        }

        var known = project.Stacks.Union(WorkFolder.StacksIn(project.Directory));
        var hint = Suggestion.For(stack, known) is { } meant ? $"; did you mean {meant}?" : "";
        throw new RunException($"there is no stack \"{stack}\", neither a stack file nor a folder in .sandbox{hint}");
    }

    private static async Task DestroyResourcesAsync(
        TerraformWorkspace workspace, Uri? endpoint, StackRequest request, DeploymentContext context, CancellationToken cancellation)
    {
        await workspace.Emulator.EnsureAsync(endpoint, context.Tools, cancellation);
        if (ProviderLock.InstalledIn(workspace.Folder) is null)
        {
            await workspace.PrepareProviderAsync(cancellation);
        }

        KeepNeededSections(workspace.Folder);
        await RemoveUndeletableAsync(workspace);
        if (await TryToDestroyAsync(workspace, context.Terminal, cancellation))
        {
            return;
        }

        var progress = new RunProgress(context.Terminal, sources: null, cancellation);
        var run = await workspace.Terraform.DestroyAsync(refresh: true, progress.Add, cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (!run.IsSuccess)
        {
            progress.WriteUnparsedOutput();
            throw new RunException(
                $"{request.Stack} could not be destroyed completely; retry, or stop the emulator with everything in it: "
                + CommandHint.Of($"destroy {request.Stack} --discard"));
        }
    }

    // If a response of a busy emulator is lost, the provider retries the deletion, and reports the error for the resource that is already
    // gone. A refresh solves that, but is too slow to do every time.
    private static async Task<bool> TryToDestroyAsync(TerraformWorkspace workspace, Terminal terminal, CancellationToken cancellation)
    {
        var progress = new RunProgress(terminal with { Error = terminal.Out }, sources: null, cancellation);
        var run = await workspace.Terraform.DestroyAsync(refresh: false, progress.Add, cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (!run.IsSuccess)
        {
            terminal.Out.WriteLine("Some resources could not be deleted; retrying after a refresh.");
        }

        return run.IsSuccess;
    }

    private static async Task RemoveUndeletableAsync(TerraformWorkspace workspace)
    {
        string[] addresses =
        [
            .. TerraformState.ResourcesIn(workspace.Folder)
                .Where(resource => !EmulatorDifferences.IsDeletable(resource.Type))
                .Select(resource => resource.Address),
        ];
        if (addresses.Length > 0)
        {
            await workspace.Terraform.RemoveFromStateAsync(addresses);
        }
    }

    private static void KeepNeededSections(WorkFolder folder)
    {
        var document = JsonNode.Parse(folder.Read(TerraformCli.DocumentName)!)!.AsObject();
        foreach (var section in document.Select(section => section.Key).Except(NeededSections).ToList())
        {
            document.Remove(section);
        }

        folder.Write(TerraformCli.DocumentName, document.ToJsonString());
    }
}
