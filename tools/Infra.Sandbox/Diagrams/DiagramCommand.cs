using Infra.Sandbox.Changes;
using Infra.Sandbox.Deployments.Commands;
using Infra.Sandbox.Diagrams.Comparison;
using Infra.Sandbox.Diagrams.Mermaid;
using Infra.Sandbox.Diagrams.Model;
using Infra.Sandbox.Diagrams.Reading;
using Infra.Sandbox.Diagrams.Svg;
using Infra.Sandbox.Diff;
using Infra.Sandbox.Diff.StackFiles;
using Infra.Sandbox.Evaluation;

namespace Infra.Sandbox.Diagrams;

/// <summary>The arguments and options of <c>diagram</c>.</summary>
internal sealed record DiagramRequest
{
    public required string Stack { get; init; }

    /// <summary>A configuration file to read instead of the stack's own.</summary>
    public string? ConfigFile { get; init; }

    /// <summary>The running stack's file or its git revision; without <see cref="To"/> and this, nothing is compared.</summary>
    public string? From { get; init; }

    /// <summary>The new stack file or its git revision.</summary>
    public string? To { get; init; }

    /// <summary>The file to write; null for the standard output.</summary>
    public string? Out { get; init; }

    public bool Mermaid { get; init; }
}

/// <summary>Draws a stack, or what an edit changes in it.</summary>
internal static class DiagramCommand
{
    public static async Task RunAsync(DiagramRequest request, DeploymentContext context, CancellationToken cancellation)
    {
        var diagram = request.From is null && request.To is null
            ? await DrawAsync(request, context.Terminal)
            : await CompareAsync(request, context, cancellation);
        var text = request.Mermaid ? MermaidWriter.Text(diagram) : SvgWriter.Text(diagram);
        await context.Terminal.WriteAsync(text, request.Out, cancellation);
    }

    private static async Task<Diagram> DrawAsync(DiagramRequest request, Terminal terminal) =>
        DiagramReader.Read((await LoadedStack.ReadAsync(request.Stack, request.ConfigFile, terminal.Directory)).Graph);

    private static async Task<Diagram> CompareAsync(DiagramRequest request, DeploymentContext context, CancellationToken cancellation)
    {
        var comparison = new DiffRequest { Stack = request.Stack, ConfigFile = request.ConfigFile, From = request.From, To = request.To };
        var (from, to) = await DiffCommand.ReadBothAsync(new StackFileReader(comparison, context, cancellation));
        var running = await from.EvaluateAsync();
        var wanted = await to.EvaluateAsync();
        var plan = UpdatePlanner.Plan(running, wanted);
        return DiagramComparison.Of(running, wanted, plan) with { Comparison = (from.Label, to.Label) };
    }
}
