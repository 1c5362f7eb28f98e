using System.Collections.Immutable;
using Infra.Sandbox.Checks.Edits;
using Infra.Sandbox.Checks.Reports;
using Infra.Sandbox.Evaluation;

namespace Infra.Sandbox.Checks;

/// <summary>The options of <c>check</c>.</summary>
internal sealed record CheckRequest
{
    public required string Stack { get; init; }

    /// <summary>A configuration file to read instead of the stack's own.</summary>
    public string? ConfigFile { get; init; }

    public CheckFormat Format { get; init; }

    /// <summary>Whether findings of all standards are shown.</summary>
    public bool All { get; init; }

    /// <summary>The day on which exceptions must hold.</summary>
    public required DateOnly Today { get; init; }
}

internal enum CheckFormat
{
    Text,
    Json,
    Sarif,
}

/// <summary>Checks a stack against AWS's security practices.</summary>
internal static class CheckCommand
{
    /// <returns>The findings that no exception covers.</returns>
    public static async Task<ImmutableArray<Finding>> RunAsync(CheckRequest request, Terminal terminal)
    {
        var (project, config, graph) = await LoadedStack.ReadAsync(request.Stack, request.ConfigFile, terminal.Directory);

        var result = StackChecker.Check(graph, config, request.Today);
        var shown = request.All ? result : result.Foundational;
        var path = request.ConfigFile is { } file
            ? Path.GetFullPath(file, terminal.Directory)
            : Path.Combine(project.StackDirectory, $"Pulumi.{request.Stack}.yaml");
        var report = new CheckReport
        {
            Stack = request.Stack,
            FileName = Path.GetRelativePath(project.Directory, path),
            File = new StackFileText(path, await File.ReadAllTextAsync(path), project.Name),
            Result = shown,
            Unmet = UnmetControls.Of(graph),
            Hidden = result.Findings.Length - shown.Findings.Length,
        };
        await WriteAsync(report, request.Format, terminal);
        return shown.Findings;
    }

    private static async Task WriteAsync(CheckReport report, CheckFormat format, Terminal terminal)
    {
        switch (format)
        {
            case CheckFormat.Json:
                await terminal.Out.WriteLineAsync(CheckJson.Text(report));
                break;
            case CheckFormat.Sarif:
                await terminal.Out.WriteLineAsync(SarifReport.Text(report));
                break;
            default:
                new CheckText(terminal).Write(report);
                break;
        }
    }
}
