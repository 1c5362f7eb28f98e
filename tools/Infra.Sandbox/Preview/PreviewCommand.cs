using Infra.Sandbox.Evaluation;
using Infra.Sandbox.Notices;

namespace Infra.Sandbox.Preview;

/// <summary>The options of <c>preview</c>.</summary>
internal sealed record PreviewRequest
{
    public required string Stack { get; init; }

    /// <summary>A configuration file to read instead of the stack's own.</summary>
    public string? ConfigFile { get; init; }

    public PreviewFormat Format { get; init; }
}

internal enum PreviewFormat
{
    Text,
    Summary,
    Json,
}

/// <summary>Shows the resources of a stack.</summary>
internal static class PreviewCommand
{
    public static async Task RunAsync(PreviewRequest request, Terminal terminal)
    {
        var (_, config, graph) = await LoadedStack.ReadAsync(request.Stack, request.ConfigFile, terminal.Directory);
        var notices = StackNotices.Of(graph, config);

        switch (request.Format)
        {
            case PreviewFormat.Json:
                await terminal.Out.WriteLineAsync(PreviewJson.Text(graph, notices, config.Warnings));
                break;
            case PreviewFormat.Summary:
                new PreviewWriter(terminal).WriteSummary(graph, notices, config.Warnings);
                break;
            default:
                new PreviewWriter(terminal).Write(graph, notices, config.Warnings);
                break;
        }
    }
}
