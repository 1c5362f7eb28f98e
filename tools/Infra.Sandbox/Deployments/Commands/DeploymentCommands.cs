using System.CommandLine;
using Infra.Sandbox.CommandLine;
using Infra.Sandbox.Deployments.Processes;
using Infra.Sandbox.Terraform;
using Pulumi;

namespace Infra.Sandbox.Deployments.Commands;

/// <summary>The commands that deploy, and what they exit with.</summary>
internal sealed class DeploymentCommands(DeploymentContext context)
{
    private const int Success = 0;
    private const int Failure = 1;
    private const int Misuse = 2;
    private const int MissingTool = 3;

    private readonly Argument<string> _stack = CommandParts.Stack();
    private readonly Option<string?> _configFile = CommandParts.ConfigFile();
    private readonly Option<string?> _endpoint = CommandParts.Text("--endpoint", "The address of an AWS emulator that is running already");
    private readonly Option<bool> _allowRemote = new("--allow-remote") { Description = "Let the emulator be on another machine" };
    private readonly Option<string?> _plugins = CommandParts.ExistingFolder(
        "--plugin-dir", "A folder that holds the AWS provider, laid out as a mirror", context.Terminal.Directory);

    /// <summary>All of them, in the order in which they are useful.</summary>
    public static IEnumerable<Command> Create(Terminal terminal)
    {
        var commands = new DeploymentCommands(DeploymentContext.OfProcess(terminal));
        return [commands.Validate(), commands.Plan(), commands.Up(), commands.Destroy(), commands.Terraform()];
    }

    public Command Validate() => On(
        new Command("validate", "Let the real AWS provider check a stack, with no emulator") { _stack, _configFile, _plugins },
        (_, request, cancellation) => ValidateCommand.RunAsync(request, context, cancellation));

    public Command Plan() => On(
        new Command("plan", "Show what the AWS provider would change") { _stack, _configFile, _endpoint, _allowRemote, _plugins },
        (_, request, cancellation) => PlanCommand.RunAsync(request, context, cancellation));

    public Command Up() => On(
        new Command("up", "Deploy a stack to an AWS emulator") { _stack, _configFile, _endpoint, _allowRemote, _plugins },
        (_, request, cancellation) => UpCommand.RunAsync(request, context, cancellation));

    public Command Destroy()
    {
        var discard = new Option<bool>("--discard") { Description = "End the emulator with all that is in it" };
        return On(
            new Command("destroy", "Remove what up has deployed, and its emulator") { _stack, _endpoint, _allowRemote, _plugins, discard },
            (parsed, request, cancellation) => DestroyCommand.RunAsync(request, parsed.GetValue(discard), context, cancellation));
    }

    public Command Terraform()
    {
        var directory = CommandParts.Folder("--out", "The directory to write main.tf.json to", context.Terminal.Directory);
        directory.Required = true;
        return On(
            new Command("terraform", "Write a stack as a Terraform document") { _stack, directory, _configFile, _endpoint, _allowRemote, _plugins },
            (parsed, request, cancellation) => DocumentCommand.RunAsync(request, parsed.GetRequiredValue(directory)!, context, cancellation));
    }

    private Command On(Command command, Func<ParseResult, StackRequest, CancellationToken, Task> run)
    {
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var interruption = cancellation.Register(() => context.Say("Interrupted; waiting for what has been begun."));
            return await ExitCodeAsync(() => run(parsed, Request(parsed), cancellation));
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

    // What is not meant for people goes on to whoever called.
    private async Task<int> ExitCodeAsync(Func<Task> run)
    {
        try
        {
            await run();
            return Success;
        }
        catch (MisuseException exception)
        {
            return await FailAsync(exception.Message, Misuse);
        }
        catch (MissingToolException exception)
        {
            return await FailAsync(exception.Message, MissingTool);
        }
        catch (TranslationException exception)
        {
            return await FailAsync(exception.Message, Failure);
        }
        catch (OperationCanceledException)
        {
            return await FailAsync("Interrupted; the next run goes on from what is there now.", Failure);
        }
    }

    private async Task<int> FailAsync(string message, int exitCode)
    {
        await context.Terminal.Error.WriteLineAsync(message);
        return exitCode;
    }
}
