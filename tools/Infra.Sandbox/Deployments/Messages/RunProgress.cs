using System.Text.Json.Nodes;
using Infra.Sandbox.Terraform.Document;

namespace Infra.Sandbox.Deployments.Messages;

/// <summary>Prints the progress of a terraform run from its <c>-json</c> output, and collects its results.</summary>
/// <param name="terminal">The terminal to print to.</param>
/// <param name="sources">Maps the document to the Pulumi program.</param>
/// <param name="cancellation">Interrupts terraform; later errors follow from that and are not printed.</param>
internal sealed class RunProgress(Terminal terminal, SourceMap? sources, CancellationToken cancellation)
{
    private const int ReminderSeconds = 30;

    private readonly List<string> _planned = [];
    private readonly List<string> _plainLines = [];
    private readonly HashSet<string> _reported = [];
    private readonly HashSet<string> _cancelledCalls = [];

    /// <summary>The stack outputs in Terraform's JSON.</summary>
    public JsonObject Outputs { get; private set; } = [];

    /// <summary>Whether the plan or the apply has changes.</summary>
    public bool HasChanges { get; private set; }

    public bool HasErrors { get; private set; }

    /// <summary>The resources with cancelled calls.</summary>
    public IReadOnlySet<string> CancelledCalls => _cancelledCalls;

    public void Add(string line)
    {
        if (TerraformMessage.Parse(line) is not { } message)
        {
            _plainLines.Add(line);
            return;
        }

        switch (message.Type)
        {
            case "diagnostic":
                Report(Diagnostic.Read(message.Content["diagnostic"]!, sources));
                break;
            case "planned_change":
                _planned.Add(message.Text);
                break;
            case "change_summary":
                ReportSummary(message);
                break;
            case "apply_progress" or "apply_complete" or "apply_errored":
                ReportResource(message);
                break;
            case "outputs":
                Outputs = message.Content["outputs"] as JsonObject ?? [];
                break;
        }
    }

    /// <summary>Prints the lines that are not JSON, if no diagnostic explains a failure.</summary>
    public void WriteUnparsedOutput()
    {
        if (!HasErrors)
        {
            _plainLines.ForEach(terminal.Error.WriteLine);
        }
    }

    // Terraform repeats the plan's warnings in the apply.
    private void Report(Diagnostic diagnostic)
    {
        HasErrors |= diagnostic.IsError;
        if (diagnostic.IsCancelledCall)
        {
            _cancelledCalls.Add(diagnostic.Address);
        }

        var text = diagnostic.Describe();
        if (_reported.Add(text) && !cancellation.IsCancellationRequested)
        {
            terminal.Error.WriteLine(text);
        }
    }

    // Terraform reports every resource every ten seconds, and data sources like resources.
    private void ReportResource(TerraformMessage message)
    {
        var hook = message.Content["hook"]!;
        var isReminder = message.Type == "apply_progress" && hook["elapsed_seconds"]!.GetValue<int>() % ReminderSeconds > 0;
        if (!isReminder && !hook["resource"]!["addr"]!.GetValue<string>().StartsWith("data.", StringComparison.Ordinal))
        {
            terminal.Out.WriteLine(message.Text);
        }
    }

    private void ReportSummary(TerraformMessage message)
    {
        var changes = message.Content["changes"]!;
        var (add, change, remove) = (Count(changes, "add"), Count(changes, "change"), Count(changes, "remove"));
        HasChanges |= add + change + remove > 0;
        // If everything is created or deleted, the progress shows the list anyway.
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
