using System.CommandLine;
using System.Globalization;
using Infra.Sandbox.Benchmarks;
using Infra.Sandbox.Changes;
using Infra.Sandbox.Deployments.Commands;
using Infra.Sandbox.Diff;
using Infra.Sandbox.Preview;

namespace Infra.Sandbox.CommandLine;

/// <summary>All commands of the sandbox with their arguments and options.</summary>
internal sealed class CommandTable(DeploymentContext context)
{
    public static readonly Option<bool> Verbose = new("--verbose") { Description = "Print the stack trace of an unexpected error", Recursive = true };

    private readonly Argument<string> _stack = CommandParts.Stack();
    private readonly Option<string?> _configFile = CommandParts.ConfigFile();
    private readonly Option<string?> _endpoint = CommandParts.Text("--endpoint", "The URL of an AWS emulator that is already running");
    private readonly Option<bool> _allowRemote = new("--allow-remote") { Description = "Allow an emulator on another machine" };
    private readonly Option<string?> _plugins = CommandParts.ExistingFolder(
        "--plugin-dir", "A folder with the AWS provider, laid out as a filesystem mirror", context.Terminal.Directory);

    public RootCommand Root() => new("Previews and deploys stacks without a Pulumi or AWS account")
    {
        Verbose, Preview(), Diff(), Validate(), Plan(), Up(), Destroy(), Terraform(), Benchmark(),
    };

    private Command Preview()
    {
        var json = new Option<bool>("--json") { Description = "Print the plan as JSON" };
        var command = new Command("preview", "Show the resources of a stack") { _stack, _configFile, json };
        command.SetAction((parsed, _) => PreviewCommand.RunAsync(
            new PreviewRequest
            {
                Stack = parsed.GetRequiredValue(_stack),
                ConfigFile = parsed.GetValue(_configFile),
                Json = parsed.GetValue(json),
            },
            context.Terminal));
        return command;
    }

    private Command Diff()
    {
        var from = CommandParts.Text("--from", "The running stack's file, or a git revision of it; the last commit by default");
        var to = CommandParts.Text("--to", "The new stack file, or a git revision of it; the file on disk by default");
        var markdown = new Option<bool>("--markdown") { Description = "Print a comment for a pull request" };
        var json = new Option<bool>("--json") { Description = "Print the changes as JSON" };
        var detailed = new Option<bool>("--detailed-exitcode") { Description = "Exit with 5 if anything changes" };
        var provider = new Option<bool>("--provider") { Description = "Also ask the AWS provider of this machine, and say where it plans something else" };
        var command = new Command("diff", "Show what an edit of a stack file does to the running stack")
        {
            _stack, from, to, _configFile, markdown, json, provider, detailed,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(markdown) && result.GetValue(json))
            {
                result.AddError("--markdown cannot be combined with --json");
            }
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            var request = new DiffRequest
            {
                Stack = parsed.GetRequiredValue(_stack),
                From = parsed.GetValue(from),
                To = parsed.GetValue(to),
                ConfigFile = parsed.GetValue(_configFile),
                Format = parsed.GetValue(markdown) ? DiffFormat.Markdown : parsed.GetValue(json) ? DiffFormat.Json : DiffFormat.Text,
                AsksProvider = parsed.GetValue(provider),
            };
            return ExitCodeOf(await DiffCommand.RunAsync(request, context, cancellation), parsed.GetValue(detailed));
        });
        return command;
    }

    private Command Validate() => Deployment(
        new Command("validate", "Check a stack with the real AWS provider, without an emulator") { _stack, _configFile, _plugins },
        (_, request, cancellation) => ValidateCommand.RunAsync(request, context, cancellation));

    private Command Plan() => Deployment(
        new Command("plan", "Show what the AWS provider would change") { _stack, _configFile, _endpoint, _allowRemote, _plugins },
        (_, request, cancellation) => PlanCommand.RunAsync(request, context, cancellation));

    private Command Up() => Deployment(
        new Command("up", "Deploy a stack to an AWS emulator") { _stack, _configFile, _endpoint, _allowRemote, _plugins },
        (_, request, cancellation) => UpCommand.RunAsync(request, context, cancellation));

    private Command Destroy()
    {
        var discard = new Option<bool>("--discard") { Description = "Stop the emulator without deleting its resources first" };
        return Deployment(
            new Command("destroy", "Delete a deployed stack and stop its emulator") { _stack, _endpoint, _allowRemote, _plugins, discard },
            (parsed, request, cancellation) => DestroyCommand.RunAsync(request, parsed.GetValue(discard), context, cancellation));
    }

    private Command Terraform()
    {
        var directory = CommandParts.Folder("--out", "The folder to write main.tf.json to", context.Terminal.Directory);
        directory.Required = true;
        return Deployment(
            new Command("terraform", "Write a stack as a Terraform document") { _stack, directory, _configFile, _endpoint, _allowRemote, _plugins },
            (parsed, request, cancellation) => DocumentCommand.RunAsync(request, parsed.GetRequiredValue(directory)!, context, cancellation));
    }

    private Command Benchmark()
    {
        var runs = new Option<int>("--runs") { Description = "The number of runs per command", DefaultValueFactory = _ => 15 };
        runs.Validators.Add(result =>
        {
            // Also called for a value that is not a number, which has a message already.
            if (result.Tokens is [var token] && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var count) && count < 1)
            {
                result.AddError("--runs must be at least 1");
            }
        });
        var command = new Command("benchmark", "Measure the time and memory of each stack's preview and diff") { runs };
        command.SetAction((parsed, _) => BenchmarkCommand.RunAsync(parsed.GetValue(runs), context.Terminal));
        return command;
    }

    private static int ExitCodeOf(UpdatePlan plan, bool isDetailed) =>
        plan.IsHarmful ? ExitCodes.Harm
        : isDetailed && !plan.Changes.IsEmpty ? ExitCodes.Changes
        : ExitCodes.Success;

    private Command Deployment(Command command, Func<ParseResult, StackRequest, CancellationToken, Task> run)
    {
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var interruption = cancellation.Register(() => context.Print("Interrupted; waiting for the calls in progress to finish."));
            await run(parsed, Request(parsed), cancellation);
        });
        return command;
    }

    private StackRequest Request(ParseResult parsed) => new()
    {
        Stack = parsed.GetRequiredValue(_stack),
        ConfigFile = parsed.GetValue(_configFile),
        Endpoint = parsed.GetValue(_endpoint),
        AllowRemote = parsed.GetValue(_allowRemote),
        PluginDirectory = parsed.GetValue(_plugins),
    };
}
