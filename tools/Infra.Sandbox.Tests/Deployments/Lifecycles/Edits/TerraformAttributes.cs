using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Sandbox.Deployments.Messages;
using Infra.Sandbox.Deployments.Runs;
using Infra.Sandbox.Tests.Deployments.Support;

namespace Infra.Sandbox.Tests.Deployments.Lifecycles.Edits;

/// <summary>The attributes of the deployed resources, from terraform's state, by address.</summary>
internal sealed class TerraformAttributes
{
    private readonly Dictionary<string, JsonObject> _attributes;

    private TerraformAttributes(Dictionary<string, JsonObject> attributes) => _attributes = attributes;

    /// <param name="folder">The work folder of the stack.</param>
    public static TerraformAttributes In(string folder) => new(
        JsonNode.Parse(File.ReadAllText(Path.Combine(folder, TerraformState.FileName)))!["resources"]!.AsArray()
            .Where(resource => resource!["mode"].Text() == "managed")
            .ToDictionary(
                resource => $"{resource!["type"].Text()}.{resource["name"].Text()}",
                resource => resource!["instances"]![0]!["attributes"]!.AsObject()));

    /// <summary>The changes that terraform planned when it came to this state from another one.</summary>
    /// <param name="earlier">The state before.</param>
    /// <param name="log">Terraform's messages, in JSON.</param>
    /// <param name="inputsOf">The attributes of a resource to compare.</param>
    public ImmutableSortedDictionary<string, PlannedChange> Since(TerraformAttributes earlier, string log, Func<string, IEnumerable<string>> inputsOf) =>
        log.Split('\n')
            .Select(TerraformMessage.Parse)
            .Where(message => message?.Type == "planned_change")
            .Select(message => message!.Content["change"]!)
            .Select(change => (Address: change["resource"]!["addr"].Text(), Action: change["action"].Text()))
            .Where(change => !change.Address.StartsWith("data.", StringComparison.Ordinal))
            .Distinct()
            .ToImmutableSortedDictionary(
                change => change.Address,
                change => new PlannedChange(change.Action, ChangedAttributes(earlier, change.Address, inputsOf(change.Address))),
                StringComparer.Ordinal);

    private ImmutableSortedSet<string> ChangedAttributes(TerraformAttributes earlier, string address, IEnumerable<string> inputs) =>
        _attributes.TryGetValue(address, out var after) && earlier._attributes.TryGetValue(address, out var before)
            ? [.. inputs.Where(input => !JsonNode.DeepEquals(before[input], after[input]))]
            : [];
}
