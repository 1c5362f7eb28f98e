using Infra.Sandbox.Deployments.Emulators;
using Infra.Sandbox.Deployments.Messages;
using Infra.Sandbox.Deployments.Runs;
using Infra.Sandbox.Terraform;
using Pulumi;

namespace Infra.Sandbox.Deployments.Commands;

/// <summary>Deploys a stack to an emulator.</summary>
internal static class UpCommand
{
    public static async Task RunAsync(StackRequest request, DeploymentContext context, CancellationToken cancellation)
    {
        using var deployment = await EmulatedStack.PrepareAsync(request, context, cancellation);
        deployment.Emulator.WriteTo(deployment.Workshop.Folder);
        await CompleteInterruptedAsync(deployment.Workshop);

        var narrator = new RunNarrator(context.Terminal, deployment.Program.Sources, cancellation);
        await ApplyAsync(request, deployment, narrator, cancellation);
        if (!narrator.HasChanges)
        {
            context.Say($"No changes: {request.Stack} is deployed as its stack file says.");
        }

        string[] report =
        [
            .. LeftOut.Describe(deployment.Program, deployment.Provider),
            .. Outputs(narrator),
            .. Directions(request, deployment),
        ];
        Array.ForEach(report, context.Say);
    }

    // Terraform would make anew what it was waiting for when it was interrupted. Pulumi goes on with what there is, and so does this.
    private static async Task CompleteInterruptedAsync(StackWorkshop workshop)
    {
        foreach (var resource in TerraformState.ResourcesIn(workshop.Folder).Where(resource => resource.IsTainted))
        {
            await workshop.Terraform.UntaintAsync(resource.Address);
        }
    }

    private static async Task ApplyAsync(StackRequest request, EmulatedStack deployment, RunNarrator narrator, CancellationToken cancellation)
    {
        var (folder, terraform) = (deployment.Workshop.Folder, deployment.Workshop.Terraform);
        var run = await terraform.ApplyAsync(deployment.Values.Environment, narrator.Take, cancellation);
        string[] unrecorded = [.. narrator.CutOff.Except(TerraformState.ResourcesIn(folder).Select(resource => resource.Address))];
        if (unrecorded.Length > 0)
        {
            TerraformState.Doubt(folder, unrecorded);
        }

        cancellation.ThrowIfCancellationRequested();
        if (!run.IsSuccess)
        {
            narrator.TellRest();
            throw new RunException(
                $"{request.Stack} is not deployed completely ({terraform.Name} ended with {run.ExitCode}); up goes on from what is there, "
                + $"and {folder.ShownPath}/logs has the details");
        }
    }

    private static IEnumerable<string> Outputs(RunNarrator narrator) =>
        narrator.Outputs.Count == 0 ? [] : ["Outputs:", .. StackOutputs.Describe(narrator.Outputs).Select(output => $"    {output}")];

    private static IEnumerable<string> Directions(StackRequest request, EmulatedStack deployment)
    {
        var endpoint = EmulatorEndpoint.Shown(deployment.Emulator.Endpoint);
        yield return deployment.Emulator.Process is { } process
            ? EmulatorAccess.Ending(endpoint, process.Id, request.Stack)
            : $"The emulator is {endpoint}.";
        yield return $"Terraform's state and logs are in {deployment.Workshop.Folder.ShownPath}.";
        yield return $"Look around with: {EmulatorAccess.Shell(endpoint, deployment.Region)} aws ecs list-clusters";
    }
}
