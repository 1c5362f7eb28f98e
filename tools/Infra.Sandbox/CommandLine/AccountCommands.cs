using System.CommandLine;
using Infra.Sandbox.Benchmarks;
using Infra.Sandbox.Deployments.Commands;
using Infra.Sandbox.Permissions;
using Infra.Sandbox.Verification;

namespace Infra.Sandbox.CommandLine;

/// <summary>The commands about what runs in AWS, and about this repository.</summary>
internal sealed class AccountCommands(DeploymentContext context)
{
    private const int DefaultRuns = 15;

    private readonly Argument<string> _stack = CommandParts.Stack(context.Terminal.Directory);

    public Command Verify()
    {
        var outputs = CommandParts.Text("--outputs", "A file with the stack's outputs as JSON; \"pulumi stack output\" by default");
        var timeout = CommandParts.Number("--timeout", "Minutes to wait for the rollouts; by default as long as pulumi up waits", minimum: 0);
        var json = new Option<bool>("--json") { Description = "Print the result as JSON" };
        var command = new Command("verify", "Check that AWS runs a stack as deployed, and find the cause if not") { _stack, outputs, timeout, json };
        command.SetAction((parsed, cancellation) => VerifyCommand.RunAsync(
            new VerifyRequest
            {
                Stack = parsed.GetRequiredValue(_stack),
                OutputsFile = parsed.GetValue(outputs),
                Timeout = parsed.GetValue(timeout) is { } minutes ? TimeSpan.FromMinutes(minutes) : null,
                Json = parsed.GetValue(json),
            },
            context,
            cancellation));
        return command;
    }

    public Command Permissions()
    {
        var recordings = new Argument<string[]>("recordings") { Description = "Files that moto recorded", Arity = ArgumentArity.OneOrMore };
        var record = new Command("record", "Write the actions that the AWS provider needs, from recordings of its calls") { recordings };
        record.SetAction((parsed, _) => Completed(() => RecordCommand.Run(parsed.GetRequiredValue(recordings), context.Terminal)));
        var write = new Command("write", "Write the deploy role's policies in bootstrap/template.yaml from the recorded actions");
        write.SetAction((_, _) => Completed(() => WriteCommand.Run(context.Terminal)));
        return new Command("permissions", "Write the permissions of the deploy role") { record, write };
    }

    public Command Benchmark()
    {
        var runs = CommandParts.Number("--runs", "The number of runs per command, 15 by default", minimum: 1);
        var command = new Command("benchmark", "Measure the time and memory of each stack's preview and diff") { runs };
        command.SetAction((parsed, _) => BenchmarkCommand.RunAsync(parsed.GetValue(runs) ?? DefaultRuns, context.Terminal));
        return command;
    }

    private static Task Completed(Action action)
    {
        action();
        return Task.CompletedTask;
    }
}
