using Infra.Sandbox.Deployments.Messages;
using Pulumi;

namespace Infra.Sandbox.Deployments.Commands;

/// <summary>Shows the provider's plan.</summary>
internal static class PlanCommand
{
    private const int HasChanges = 2;

    public static async Task RunAsync(StackRequest request, DeploymentContext context, CancellationToken cancellation)
    {
        using var deployment = await EmulatedStack.PrepareAsync(request, context, cancellation);
        try
        {
            await PlanAsync(request, deployment, context, cancellation);
        }
        finally
        {
            if (deployment.IsEmulatorNew)
            {
                // The emulator was only needed for lookups.
                await deployment.Workspace.Emulator.EndAsync();
            }
        }
    }

    private static async Task PlanAsync(StackRequest request, EmulatedStack deployment, DeploymentContext context, CancellationToken cancellation)
    {
        List<string> lines = [];
        var run = await deployment.Workspace.Terraform.PlanAsync(
            deployment.Values.Environment,
            line =>
            {
                lines.Add(line);
                if (!PlanText.IsRefresh(line))
                {
                    context.Print(line);
                }
            },
            cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (run.ExitCode is not (0 or HasChanges))
        {
            string[] places = [.. PlanText.Places(lines, deployment.Program.Sources).Select(place => $"\n    {place}")];
            throw new RunException($"{request.Stack} cannot be planned{(places.Length == 0 ? "" : $" because of:{string.Concat(places)}")}");
        }

        foreach (var line in Omissions.Describe(deployment.Program, deployment.Provider))
        {
            context.Print(line);
        }
    }
}
