using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Infra.Sandbox.Tests.Deployments.Support;

namespace Infra.Sandbox.Tests.Deployments.Lifecycles.Edits;

/// <summary>Edits that have been applied.</summary>
internal sealed partial record AppliedRound
{
    public required EditRound Round { get; init; }

    public required CommandRun Up { get; init; }

    /// <summary>The run after it.</summary>
    public required CommandRun NextUp { get; init; }

    /// <summary>The model's changes by Terraform address.</summary>
    public required ImmutableSortedDictionary<string, PlannedChange> Predicted { get; init; }

    /// <summary>Terraform's changes by address.</summary>
    public required ImmutableSortedDictionary<string, PlannedChange> Planned { get; init; }

    /// <summary>The counts of terraform's last message.</summary>
    public string Applied => Completion().Match(Up.Out).Groups[1].Value;

    /// <summary>A line for each resource for which the model and terraform disagree.</summary>
    public string Differences() => string.Join('\n', Predicted.Keys.Union(Planned.Keys).Order(StringComparer.Ordinal)
        .Select(address => (Address: address, Predicted: Predicted.GetValueOrDefault(address), Planned: Planned.GetValueOrDefault(address)))
        .Where(change => !Agree(change.Predicted, change.Planned))
        .Select(change => $"{change.Address}: terraform {Text(change.Planned)}, the model {Text(change.Predicted)}"));

    private static bool Agree(PlannedChange? predicted, PlannedChange? planned) =>
        predicted?.Action == planned?.Action && predicted!.Attributes.SetEquals(planned!.Attributes);

    private static string Text(PlannedChange? change) => change is null ? "does nothing" : $"plans to {change}";

    [GeneratedRegex(@"^Apply complete! Resources: (.*)\.$", RegexOptions.Multiline)]
    private static partial Regex Completion();
}
