using Infra.Sandbox.CommandLine;
using Infra.Sandbox.Deployments.Emulators;
using Infra.Sandbox.Deployments.Messages;
using Infra.Sandbox.Deployments.Runs;
using Pulumi;

namespace Infra.Sandbox.Deployments.Commands;

/// <summary>Deploys a stack to an emulator.</summary>
internal static class UpCommand
{
    public static async Task RunAsync(StackRequest request, DeploymentContext context, CancellationToken cancellation)
    {
        using var deployment = await EmulatedStack.PrepareAsync(request, context, cancellation);
        deployment.Emulator.WriteTo(deployment.Workspace.Folder);
        await CompleteInterruptedAsync(deployment.Workspace);

        var progress = new RunProgress(context.Terminal, deployment.Program.Sources, cancellation);
        await ApplyAsync(request, deployment, progress, cancellation);
        if (!progress.HasChanges)
        {
            context.Print($"No changes. The deployed {request.Stack} matches its stack file.");
        }

        string[] report =
        [
            .. Omissions.Describe(deployment.Program, deployment.Provider),
            .. Outputs(progress),
            .. Hints(request, deployment),
        ];
        Array.ForEach(report, context.Print);
    }

    // Terraform replaces a resource that was interrupted while waiting for it. Pulumi keeps it, and so does the sandbox.
    private static async Task CompleteInterruptedAsync(TerraformWorkspace workspace)
    {
        foreach (var resource in TerraformState.ResourcesIn(workspace.Folder).Where(resource => resource.IsTainted))
        {
            await workspace.Terraform.UntaintAsync(resource.Address);
        }
    }

    private static async Task ApplyAsync(StackRequest request, EmulatedStack deployment, RunProgress progress, CancellationToken cancellation)
    {
        var (folder, terraform) = (deployment.Workspace.Folder, deployment.Workspace.Terraform);
        var run = await terraform.ApplyAsync(deployment.Values.Environment, progress.Add, cancellation);
        string[] unrecorded = [.. progress.CancelledCalls.Except(TerraformState.ResourcesIn(folder).Select(resource => resource.Address))];
        if (unrecorded.Length > 0)
        {
            TerraformState.MarkIncomplete(folder, unrecorded);
        }

        cancellation.ThrowIfCancellationRequested();
        if (!run.IsSuccess)
        {
            progress.WriteUnparsedOutput();
            throw new RunException(
                $"{request.Stack} could not be deployed completely ({terraform.Name} exited with {run.ExitCode}); "
                + $"run up again to continue, and see {folder.DisplayPath}/logs for details");
        }
    }

    private static IEnumerable<string> Outputs(RunProgress progress) =>
        progress.Outputs.Count == 0 ? [] : ["Outputs:", .. StackOutputs.Describe(progress.Outputs).Select(output => $"    {output}")];

    private static IEnumerable<string> Hints(StackRequest request, EmulatedStack deployment)
    {
        var endpoint = EmulatorEndpoint.Display(deployment.Emulator.Endpoint);
        yield return deployment.Emulator.Process is { } process
            ? CommandHint.StopEmulator(endpoint, process.Id, request.Stack)
            : $"The emulator is at {endpoint}.";
        yield return $"Terraform's state and logs are in {deployment.Workspace.Folder.DisplayPath}.";
        yield return $"Query it with: {CommandHint.EmulatorVariables(endpoint, deployment.Region)} aws ecs list-clusters";
    }
}
