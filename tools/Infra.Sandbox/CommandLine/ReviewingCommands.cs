using System.CommandLine;
using Infra.Sandbox.Changes;
using Infra.Sandbox.Checks;
using Infra.Sandbox.Costs;
using Infra.Sandbox.Costs.Refresh;
using Infra.Sandbox.Deployments.Commands;
using Infra.Sandbox.Diagrams;
using Infra.Sandbox.Diff;
using Infra.Sandbox.Reviews;

namespace Infra.Sandbox.CommandLine;

/// <summary>The commands that tell what a stack, or an edit of it, means.</summary>
internal sealed class ReviewingCommands(DeploymentContext context)
{
    private readonly Argument<string> _stack = CommandParts.Stack(context.Terminal.Directory);
    private readonly Option<string?> _configFile = CommandParts.ConfigFile();

    public Command Diff()
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
        CommandParts.RefuseBoth(command, markdown, json);
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

    public Command Review()
    {
        var from = CommandParts.Text("--from", "The git revision that the pull request goes into");
        from.Required = true;
        var file = CommandParts.Text("--out", "The file to write to, instead of the terminal");
        var command = new Command("review", "Write the comment of a pull request: what it does to each stack") { from, file };
        command.SetAction((parsed, cancellation) =>
            new ReviewCommand(parsed.GetRequiredValue(from)!, context, cancellation).RunAsync(parsed.GetValue(file)));
        return command;
    }

    public Command Check()
    {
        var json = new Option<bool>("--json") { Description = "Print the findings as JSON" };
        var sarif = new Option<bool>("--sarif") { Description = "Print the findings in SARIF 2.1.0, for code scanning" };
        var all = new Option<bool>("--all") { Description = "Also check the controls that are only in other standards of Security Hub" };
        var failOn = new Option<Severity>("--fail-on") { Description = "Exit with 6 for a finding of this severity or a higher one" };
        var date = new Option<DateOnly?>("--date") { Description = "The day on which exceptions must hold; today by default" };
        var command = new Command("check", "Check a stack against AWS's security practices") { _stack, _configFile, json, sarif, all, failOn, date };
        CommandParts.RefuseBoth(command, json, sarif);
        command.SetAction(async (parsed, _) =>
        {
            var request = new CheckRequest
            {
                Stack = parsed.GetRequiredValue(_stack),
                ConfigFile = parsed.GetValue(_configFile),
                Format = parsed.GetValue(sarif) ? CheckFormat.Sarif : parsed.GetValue(json) ? CheckFormat.Json : CheckFormat.Text,
                All = parsed.GetValue(all),
                Today = parsed.GetValue(date) ?? DateOnly.FromDateTime(DateTime.UtcNow),
            };
            var findings = await CheckCommand.RunAsync(request, context.Terminal);
            return findings.Any(finding => finding.Control.Severity >= parsed.GetValue(failOn)) ? ExitCodes.Findings : ExitCodes.Success;
        });
        return command;
    }

    public Command Cost()
    {
        var prices = CommandParts.Text("--prices", "Read the prices from this file instead");
        var markdown = new Option<bool>("--markdown") { Description = "Print the bill as Markdown" };
        var json = new Option<bool>("--json") { Description = "Print the bill as JSON, with every item of every resource" };
        var command = new Command("cost", "Estimate the cost of a stack in a month") { _stack, _configFile, prices, markdown, json };
        CommandParts.RefuseBoth(command, markdown, json);
        command.SetAction(async (parsed, _) =>
        {
            var request = new CostRequest
            {
                Stack = parsed.GetRequiredValue(_stack),
                ConfigFile = parsed.GetValue(_configFile),
                PriceFile = parsed.GetValue(prices),
                Format = parsed.GetValue(markdown) ? CostFormat.Markdown : parsed.GetValue(json) ? CostFormat.Json : CostFormat.Text,
            };
            return (await CostCommand.RunAsync(request, context.Terminal)).IsOverBudget ? ExitCodes.OverBudget : ExitCodes.Success;
        });
        return command;
    }

    public Command Prices()
    {
        var refresh = new Option<bool>("--refresh") { Description = "Read the prices anew from AWS's price list" };
        var region = new Option<string[]>("--region") { Description = "A region to read, which may be a new one; by default all that are known" };
        var from = new Option<string>("--from") { Description = "The server or folder of the price list", DefaultValueFactory = _ => PriceListSource.Aws };
        var file = CommandParts.Text("--out", "The file to write; by default that of the repository");
        var command = new Command("prices", "Show the prices that cost uses, or refresh them") { refresh, region, from, file };
        command.SetAction((parsed, cancellation) => PricesCommand.RunAsync(
            new PricesRequest
            {
                Refreshes = parsed.GetValue(refresh),
                Regions = parsed.GetValue(region) ?? [],
                From = parsed.GetRequiredValue(from),
                Out = parsed.GetValue(file),
            },
            context.Terminal,
            cancellation));
        return command;
    }

    public Command Diagram()
    {
        var from = CommandParts.Text("--from", "Show the changes from this stack file, or from a git revision of it");
        var to = CommandParts.Text("--to", "Show the changes to this stack file, or to a git revision of it");
        var file = CommandParts.Text("--out", "The file to write; the standard output by default");
        var mermaid = new Option<bool>("--mermaid") { Description = "Write a Mermaid flowchart instead of an SVG" };
        var command = new Command("diagram", "Draw a stack, or what an edit changes in it") { _stack, _configFile, from, to, file, mermaid };
        command.SetAction((parsed, cancellation) => DiagramCommand.RunAsync(
            new DiagramRequest
            {
                Stack = parsed.GetRequiredValue(_stack),
                ConfigFile = parsed.GetValue(_configFile),
                From = parsed.GetValue(from),
                To = parsed.GetValue(to),
                Out = parsed.GetValue(file),
                Mermaid = parsed.GetValue(mermaid),
            },
            context,
            cancellation));
        return command;
    }

    private static int ExitCodeOf(UpdatePlan plan, bool isDetailed) =>
        plan.IsHarmful ? ExitCodes.Harm
        : isDetailed && !plan.Changes.IsEmpty ? ExitCodes.Changes
        : ExitCodes.Success;
}
