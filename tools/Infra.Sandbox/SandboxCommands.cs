using System.CommandLine;
using Infra.Sandbox.CommandLine;
using Infra.Sandbox.Deployments.Commands;
using Infra.Sandbox.Deployments.Processes;

namespace Infra.Sandbox;

/// <summary>Runs the commands of the sandbox and maps their failures to exit codes.</summary>
internal static class SandboxCommands
{
    public static Task<int> RunAsync(string[] arguments, Terminal terminal) =>
        RunAsync(arguments, DeploymentContext.ForProcess(terminal), CancellationToken.None);

    public static async Task<int> RunAsync(string[] arguments, DeploymentContext context, CancellationToken cancellation)
    {
        var terminal = context.Terminal;
        var parsed = new CommandTable(context).Root().Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await terminal.Error.WriteLineAsync(error.Message);
            }

            await terminal.Error.WriteLineAsync("Use --help to list the commands and options.");
            return ExitCodes.UsageError;
        }

        try
        {
            var settings = new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                // An interrupted terraform finishes the calls in progress, however long they take.
                ProcessTerminationTimeout = Timeout.InfiniteTimeSpan,
            };
            return await parsed.InvokeAsync(settings, cancellation);
        }
        catch (Exception exception)
        {
            await terminal.Error.WriteLineAsync(ErrorText.Of(exception, parsed.GetValue(CommandTable.Verbose)));
            return exception switch
            {
                UsageException => ExitCodes.UsageError,
                MissingToolException => ExitCodes.MissingTool,
                _ => ExitCodes.Failure,
            };
        }
    }
}
