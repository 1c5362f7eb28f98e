using System.CommandLine;
using Infra.Sandbox.Deployments.Commands;

namespace Infra.Sandbox.CommandLine;

/// <summary>The commands that use the AWS provider.</summary>
internal sealed class DeploymentCommands(DeploymentContext context)
{
    private readonly Argument<string> _stack = CommandParts.Stack(context.Terminal.Directory);
    private readonly Option<string?> _configFile = CommandParts.ConfigFile();
    private readonly Option<string?> _endpoint = CommandParts.Text("--endpoint", "The URL of an AWS emulator that is already running");
    private readonly Option<bool> _allowRemote = new("--allow-remote") { Description = "Allow an emulator on another machine" };
    private readonly Option<string?> _plugins = CommandParts.ExistingFolder(
        "--plugin-dir", "A folder with the AWS provider, laid out as a filesystem mirror", context.Terminal.Directory);

    public Command Validate() => Deployment(
        new Command("validate", "Check a stack with the real AWS provider, without an emulator") { _stack, _configFile, _plugins },
        (_, request, cancellation) => ValidateCommand.RunAsync(request, context, cancellation));

    public Command Plan() => Deployment(
        new Command("plan", "Show what the AWS provider would change") { _stack, _configFile, _endpoint, _allowRemote, _plugins },
        (_, request, cancellation) => PlanCommand.RunAsync(request, context, cancellation));

    public Command Up() => Deployment(
        new Command("up", "Deploy a stack to an AWS emulator") { _stack, _configFile, _endpoint, _allowRemote, _plugins },
        (_, request, cancellation) => UpCommand.RunAsync(request, context, cancellation));

    public Command Destroy()
    {
        var discard = new Option<bool>("--discard") { Description = "Stop the emulator without deleting its resources first" };
        return Deployment(
            new Command("destroy", "Delete a deployed stack and stop its emulator") { _stack, _endpoint, _allowRemote, _plugins, discard },
            (parsed, request, cancellation) => DestroyCommand.RunAsync(request, parsed.GetValue(discard), context, cancellation));
    }

    public Command Terraform()
    {
        var directory = CommandParts.Folder("--out", "The folder to write main.tf.json to", context.Terminal.Directory);
        directory.Required = true;
        return Deployment(
            new Command("terraform", "Write a stack as a Terraform document") { _stack, directory, _configFile, _endpoint, _allowRemote, _plugins },
            (parsed, request, cancellation) => DocumentCommand.RunAsync(request, parsed.GetRequiredValue(directory)!, context, cancellation));
    }

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
