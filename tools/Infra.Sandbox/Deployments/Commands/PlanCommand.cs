using Infra.Sandbox.Deployments.Messages;
using Pulumi;

namespace Infra.Sandbox.Deployments.Commands;

/// <summary>Shows what the provider would change.</summary>
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
                // It was only needed to look something up.
                await deployment.Workshop.Emulator.EndAsync();
            }
        }
    }

    private static async Task PlanAsync(StackRequest request, EmulatedStack deployment, DeploymentContext context, CancellationToken cancellation)
    {
        List<string> lines = [];
        var run = await deployment.Workshop.Terraform.PlanAsync(
            deployment.Values.Environment,
            line =>
            {
                lines.Add(line);
                if (!PlanText.IsAboutReading(line))
                {
                    context.Say(line);
                }
            },
            cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (run.ExitCode is not (0 or HasChanges))
        {
            string[] places = [.. PlanText.Places(lines, deployment.Program.Sources).Select(place => $"\n    {place}")];
            throw new RunException($"{request.Stack} cannot be planned{(places.Length == 0 ? "" : $"; it is about{string.Concat(places)}")}");
        }

        foreach (var line in LeftOut.Describe(deployment.Program, deployment.Provider))
        {
            context.Say(line);
        }
    }
}
