using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;
using Infra.Sandbox.Deployments.Commands;
using Infra.Sandbox.Deployments.Processes;
using Pulumi;

namespace Infra.Sandbox.Verification.Outputs;

/// <summary>Reads the outputs of a stack.</summary>
internal static class OutputsReader
{
    /// <param name="stack">The stack.</param>
    /// <param name="file">A file with its outputs as JSON; null for those of the Pulumi CLI.</param>
    /// <param name="context">The tools and the directory.</param>
    /// <param name="cancellation">Stops the CLI.</param>
    /// <exception cref="RunException">There are no outputs.</exception>
    public static async Task<ExpectedState> ReadAsync(string stack, string? file, DeploymentContext context, CancellationToken cancellation)
    {
        var text = file is null
            ? await AskPulumiAsync(stack, context.Tools, context.Terminal.Directory, cancellation)
            : await ReadFileAsync(file, context.Terminal.Directory, cancellation);
        var source = file ?? $"stack {stack}";
        try
        {
            using var outputs = JsonDocument.Parse(text);
            return ExpectedState.Read(outputs.RootElement, source);
        }
        catch (JsonException exception)
        {
            throw new RunException($"{source}: the outputs are not JSON: {exception.Message}");
        }
    }

    private static async Task<string> ReadFileAsync(string file, string directory, CancellationToken cancellation)
    {
        var path = Path.GetFullPath(file, directory);
        return File.Exists(path) ? await File.ReadAllTextAsync(path, cancellation) : throw new UsageException($"--outputs: {file} is not a file");
    }

    private static async Task<string> AskPulumiAsync(string stack, ToolFinder tools, string directory, CancellationToken cancellation)
    {
        var result = await Cli.Wrap(tools.Pulumi())
            .WithArguments(["stack", "output", "--json", "--stack", stack, "--non-interactive"])
            .WithWorkingDirectory(directory)
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(cancellation);
        return result.IsSuccess
            ? result.StandardOutput
            : throw new RunException($"pulumi stack output --stack {stack} failed: {result.StandardError.Trim()}");
    }
}
