using System.CommandLine;
using System.Globalization;
using Infra.Sandbox.Benchmarks;
using Infra.Sandbox.CommandLine;
using Infra.Sandbox.Deployments.Commands;
using Infra.Sandbox.Preview;

namespace Infra.Sandbox;

/// <summary>The commands of the sandbox and what the process exits with.</summary>
internal static class SandboxCommands
{
    private const int Success = 0;
    private const int Failure = 1;
    private const int Misuse = 2;

    private static readonly Option<bool> Verbose = new("--verbose") { Description = "Show where unexpected errors come from", Recursive = true };

    public static async Task<int> RunAsync(string[] arguments, Terminal terminal)
    {
        var parsed = Table(terminal).Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await terminal.Error.WriteLineAsync(error.Message);
            }

            await terminal.Error.WriteLineAsync("Use --help to see what there is.");
            return Misuse;
        }

        try
        {
            var settings = new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                // An interrupted terraform first finishes what it has begun, which takes as long as it takes.
                ProcessTerminationTimeout = Timeout.InfiniteTimeSpan,
            };
            return await parsed.InvokeAsync(settings);
        }
        catch (Exception exception)
        {
            await terminal.Error.WriteLineAsync(FailureText.Of(exception, parsed.GetValue(Verbose)));
            return Failure;
        }
    }

    private static RootCommand Table(Terminal terminal)
    {
        var root = new RootCommand("The stack with no Pulumi account and no AWS account") { Verbose, Preview(terminal) };
        foreach (var command in DeploymentCommands.Create(terminal))
        {
            root.Add(command);
        }

        root.Add(Benchmark(terminal));
        return root;
    }

    private static Command Preview(Terminal terminal)
    {
        var stack = CommandParts.Stack();
        var configFile = CommandParts.ConfigFile();
        var json = new Option<bool>("--json") { Description = "Print the plan as JSON" };
        var command = new Command("preview", "Show what a stack would consist of") { stack, configFile, json };
        command.SetAction(async (parsed, _) =>
        {
            var request = new PreviewRequest
            {
                Stack = parsed.GetRequiredValue(stack),
                ConfigFile = parsed.GetValue(configFile),
                Json = parsed.GetValue(json),
            };
            await PreviewCommand.RunAsync(request, terminal);
            return Success;
        });
        return command;
    }

    private static Command Benchmark(Terminal terminal)
    {
        var runs = new Option<int>("--runs") { Description = "How often to run each", DefaultValueFactory = _ => 15 };
        runs.Validators.Add(result =>
        {
            // Called for what is not a number too, and there is a message for that already.
            if (result.Tokens is [var token] && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var count) && count < 1)
            {
                result.AddError("--runs must be at least 1");
            }
        });
        var command = new Command("benchmark", "Measure how long the preview of each stack takes") { runs };
        command.SetAction(async (parsed, _) =>
        {
            await BenchmarkCommand.RunAsync(parsed.GetValue(runs), terminal);
            return Success;
        });
        return command;
    }
}
