using System.CommandLine;
using Infra.Sandbox.Deployments.Commands;
using Infra.Sandbox.NewStacks;
using Infra.Sandbox.Preview;
using Infra.Sandbox.Schemas;

namespace Infra.Sandbox.CommandLine;

/// <summary>The commands about one stack file.</summary>
internal sealed class EditingCommands(DeploymentContext context)
{
    private readonly Argument<string> _stack = CommandParts.Stack(context.Terminal.Directory);
    private readonly Option<string?> _configFile = CommandParts.ConfigFile();

    public Command New()
    {
        var from = CommandParts.Text("--from", "The stack to copy, or the path of a stack file");
        var set = new Option<string[]>("--set") { Description = "An answer, as KEY=VALUE; for several, repeat the option", Arity = ArgumentArity.OneOrMore };
        var defaults = new Option<bool>("--defaults") { Description = "Take the default of each question without an answer" };
        var command = new Command("new", "Write the file of a new stack") { _stack, from, set, defaults };
        command.SetAction(parsed => NewStackCommand.Run(
            new NewStackRequest
            {
                Stack = parsed.GetRequiredValue(_stack),
                From = parsed.GetValue(from),
                Set = parsed.GetValue(set) ?? [],
                TakesDefaults = parsed.GetValue(defaults),
            },
            context.Terminal));
        return command;
    }

    public Command Schema()
    {
        var file = CommandParts.Text("--out", "The file to write; otherwise the schema is printed");
        var command = new Command("schema", "Print the JSON Schema of the stack file, for editors") { file };
        command.SetAction((parsed, cancellation) => SchemaCommand.RunAsync(parsed.GetValue(file), context.Terminal, cancellation));
        return command;
    }

    public Command Preview()
    {
        var json = new Option<bool>("--json") { Description = "Print the plan as JSON" };
        var summary = new Option<bool>("--summary") { Description = "Print a line for each part instead of each resource" };
        var command = new Command("preview", "Show the resources of a stack") { _stack, _configFile, summary, json };
        CommandParts.RefuseBoth(command, summary, json);
        command.SetAction((parsed, _) => PreviewCommand.RunAsync(
            new PreviewRequest
            {
                Stack = parsed.GetRequiredValue(_stack),
                ConfigFile = parsed.GetValue(_configFile),
                Format = parsed.GetValue(json) ? PreviewFormat.Json : parsed.GetValue(summary) ? PreviewFormat.Summary : PreviewFormat.Text,
            },
            context.Terminal));
        return command;
    }
}
