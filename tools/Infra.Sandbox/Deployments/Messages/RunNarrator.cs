using System.Text.Json.Nodes;
using Infra.Sandbox.Terraform.Document;

namespace Infra.Sandbox.Deployments.Messages;

/// <summary>Shows what terraform says with <c>-json</c> while it works, and remembers what it has come to.</summary>
/// <param name="terminal">Where it is shown.</param>
/// <param name="sources">Leads from the document to the Pulumi program.</param>
/// <param name="cancellation">The interruption of terraform, after which what it could not finish is no news.</param>
internal sealed class RunNarrator(Terminal terminal, SourceMap? sources, CancellationToken cancellation)
{
    private const int ReminderSeconds = 30;

    private readonly List<string> _planned = [];
    private readonly List<string> _plainLines = [];
    private readonly HashSet<string> _told = [];
    private readonly HashSet<string> _cutOff = [];

    /// <summary>The outputs of the stack, as terraform describes them.</summary>
    public JsonObject Outputs { get; private set; } = [];

    /// <summary>Whether anything is to change, or has.</summary>
    public bool HasChanges { get; private set; }

    public bool HasErrors { get; private set; }

    /// <summary>The resources about which calls were cut off.</summary>
    public IReadOnlySet<string> CutOff => _cutOff;

    public void Take(string line)
    {
        if (TerraformMessage.Parse(line) is not { } message)
        {
            _plainLines.Add(line);
            return;
        }

        switch (message.Type)
        {
            case "diagnostic":
                Tell(Diagnostic.Read(message.Content["diagnostic"]!, sources));
                break;
            case "planned_change":
                _planned.Add(message.Text);
                break;
            case "change_summary":
                TellSummary(message);
                break;
            case "apply_progress" or "apply_complete" or "apply_errored":
                TellProgress(message);
                break;
            case "outputs":
                Outputs = message.Content["outputs"] as JsonObject ?? [];
                break;
        }
    }

    /// <summary>What terraform said in another form, where nothing else says why it failed.</summary>
    public void TellRest()
    {
        if (!HasErrors)
        {
            _plainLines.ForEach(terminal.Error.WriteLine);
        }
    }

    // Warnings come with the plan and again with what follows.
    private void Tell(Diagnostic diagnostic)
    {
        HasErrors |= diagnostic.IsError;
        if (diagnostic.IsCutOffCall)
        {
            _cutOff.Add(diagnostic.Address);
        }

        var text = diagnostic.Describe();
        if (_told.Add(text) && !cancellation.IsCancellationRequested)
        {
            terminal.Error.WriteLine(text);
        }
    }

    // Terraform reminds of every resource every ten seconds, and reads data as if it were made.
    private void TellProgress(TerraformMessage message)
    {
        var hook = message.Content["hook"]!;
        var isReminder = message.Type == "apply_progress" && hook["elapsed_seconds"]!.GetValue<int>() % ReminderSeconds > 0;
        if (!isReminder && !hook["resource"]!["addr"]!.GetValue<string>().StartsWith("data.", StringComparison.Ordinal))
        {
            terminal.Out.WriteLine(message.Text);
        }
    }

    private void TellSummary(TerraformMessage message)
    {
        var changes = message.Content["changes"]!;
        var (add, change, remove) = (Count(changes, "add"), Count(changes, "change"), Count(changes, "remove"));
        HasChanges |= add + change + remove > 0;
        // Where everything is made, or everything removed, the list is told soon enough by what follows.
        if (change > 0 || (add > 0 && remove > 0))
        {
            _planned.ForEach(terminal.Out.WriteLine);
        }

        _planned.Clear();
        if (HasChanges)
        {
            terminal.Out.WriteLine(message.Text);
        }
    }

    private static int Count(JsonNode changes, string kind) => changes[kind]?.GetValue<int>() ?? 0;
}
