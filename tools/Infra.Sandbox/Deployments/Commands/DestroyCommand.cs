using System.Text.Json.Nodes;
using Infra.Configuration.Binding;
using Infra.Configuration.StackFiles;
using Infra.Sandbox.CommandLine;
using Infra.Sandbox.Deployments.Emulators;
using Infra.Sandbox.Deployments.Folders;
using Infra.Sandbox.Deployments.Messages;
using Infra.Sandbox.Deployments.Runs;
using Infra.Sandbox.Terraform;
using Pulumi;

namespace Infra.Sandbox.Deployments.Commands;

/// <summary>Removes a deployed stack, its emulator and its work folder.</summary>
internal static class DestroyCommand
{
    // The state says what to destroy. All else must be left out: it would need the values of variables.
    private static readonly string[] NeededSections = ["terraform", "provider"];

    /// <param name="request">Which stack.</param>
    /// <param name="discard">Whether to end the emulator with all that is in it, rather than to remove one after the other.</param>
    /// <param name="context">Where it runs.</param>
    /// <param name="cancellation">Interrupts it.</param>
    public static async Task RunAsync(StackRequest request, bool discard, DeploymentContext context, CancellationToken cancellation)
    {
        var endpoint = request.ParseEndpoint();
        context.Tools.TerraformOrTofu();
        var project = ProjectFile.Find(context.Terminal.Directory);
        if (!WorkFolder.Exists(project.Directory, request.Stack))
        {
            RequireStack(project, request.Stack);
            context.Say($"Nothing of {request.Stack} is deployed.");
            return;
        }

        using var workshop = await StackWorkshop.OpenAsync(request, context, project.Directory, cancellation);
        await workshop.Emulator.SettleAsync();
        if (TerraformState.ResourcesIn(workshop.Folder).Count == 0)
        {
            context.Say($"Nothing of {request.Stack} is deployed.");
        }
        else if (!discard)
        {
            await DestroyResourcesAsync(workshop, endpoint, request, context, cancellation);
        }

        await workshop.Emulator.EndAsync();
        workshop.Folder.Remove();
        context.Say($"{workshop.Folder.ShownPath} is removed.");
    }

    // A slip in the name must not look like success.
    private static void RequireStack(ProjectFile project, string stack)
    {
        if (project.Stacks.Contains(stack))
        {
            return;
        }

        var known = project.Stacks.Union(WorkFolder.StacksIn(project.Directory));
        var hint = Suggestion.For(stack, known) is { } meant ? $"; did you mean {meant}?" : "";
        throw new RunException($"there is no stack \"{stack}\": neither a stack file nor anything in .sandbox bears this name{hint}");
    }

    private static async Task DestroyResourcesAsync(
        StackWorkshop workshop, Uri? endpoint, StackRequest request, DeploymentContext context, CancellationToken cancellation)
    {
        await workshop.Emulator.EnsureAsync(endpoint, context.Tools, cancellation);
        if (ProviderLock.InstalledIn(workshop.Folder) is null)
        {
            await workshop.PrepareProviderAsync(cancellation);
        }

        KeepNeededSections(workshop.Folder);
        await ForgetUndeletableAsync(workshop);
        if (await TryToDestroyAsync(workshop, context.Terminal, cancellation))
        {
            return;
        }

        var narrator = new RunNarrator(context.Terminal, sources: null, cancellation);
        var run = await workshop.Terraform.DestroyAsync(refresh: true, narrator.Take, cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (!run.IsSuccess)
        {
            narrator.TellRest();
            throw new RunException(
                $"{request.Stack} is not destroyed completely; try again, or end the emulator with all that is in it: "
                + ShownCommand.Of($"destroy {request.Stack} --discard"));
        }
    }

    // When an answer of a busy emulator is lost, the provider asks again to delete what is gone already, and takes the refusal for a
    // failure. Looking at what is really there mends that, and takes too long to do it each time.
    private static async Task<bool> TryToDestroyAsync(StackWorkshop workshop, Terminal terminal, CancellationToken cancellation)
    {
        var narrator = new RunNarrator(terminal with { Error = terminal.Out }, sources: null, cancellation);
        var run = await workshop.Terraform.DestroyAsync(refresh: false, narrator.Take, cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (!run.IsSuccess)
        {
            terminal.Out.WriteLine("Not everything is destroyed; once more, with what is really there.");
        }

        return run.IsSuccess;
    }

    private static async Task ForgetUndeletableAsync(StackWorkshop workshop)
    {
        string[] addresses =
        [
            .. TerraformState.ResourcesIn(workshop.Folder)
                .Where(resource => !EmulatorDifferences.IsDeletable(resource.Type))
                .Select(resource => resource.Address),
        ];
        if (addresses.Length > 0)
        {
            await workshop.Terraform.ForgetAsync(addresses);
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
