using Infra.Sandbox.Deployments.Emulators;
using Infra.Sandbox.Deployments.Messages;
using Infra.Sandbox.Deployments.Runs;
using Infra.Sandbox.StackFiles;
using Infra.Sandbox.Terraform;
using Pulumi;

namespace Infra.Sandbox.Deployments.Commands;

/// <summary>Deploys a stack to an emulator.</summary>
internal static class UpCommand
{
    public static async Task RunAsync(StackRequest request, DeploymentContext context, CancellationToken cancellation)
    {
        using var deployment = await EmulatedStack.PrepareAsync(request, context, cancellation);
        var (folder, terraform) = (deployment.Workshop.Folder, deployment.Workshop.Terraform);
        deployment.Emulator.WriteTo(folder);
        foreach (var resource in TerraformState.ResourcesIn(folder).Where(resource => resource.IsTainted))
        {
            // Something was interrupted. As Pulumi does, go on with what there is; Terraform would make it anew.
            await terraform.UntaintAsync(resource.Address);
        }

        var narrator = new RunNarrator(context.Terminal, deployment.Program.Sources, cancellation);
        var run = await terraform.ApplyAsync(deployment.Values.Environment, narrator.Take, cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (!run.IsSuccess)
        {
            narrator.TellRest();
            throw new RunException(
                $"{request.Stack} is not deployed completely ({terraform.Name} ended with {run.ExitCode}); up goes on from what is there, "
                + $"and {folder.ShownPath}/logs has the details");
        }

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

    private static IEnumerable<string> Outputs(RunNarrator narrator) =>
        narrator.Outputs.Count == 0 ? [] : ["Outputs:", .. StackOutputs.Describe(narrator.Outputs).Select(output => $"    {output}")];

    private static IEnumerable<string> Directions(StackRequest request, EmulatedStack deployment)
    {
        var endpoint = EmulatorEndpoint.Shown(deployment.Emulator.Endpoint);
        yield return deployment.Emulator.Process is { } process
            ? $"The emulator goes on at {endpoint} (process {process.Id}) until: destroy {request.Stack}"
            : $"The emulator is {endpoint}.";
        yield return $"Terraform's state and logs are in {deployment.Workshop.Folder.ShownPath}.";
        yield return $"Look around with: {EmulatorAccess.Shell(endpoint, deployment.Region)} aws ecs list-clusters";
    }
}
