using System.Collections.Immutable;
using System.Globalization;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Terraform.Document;
using Infra.Sandbox.Terraform.Schema;

namespace Infra.Sandbox.Terraform;

/// <summary>A resource option that the document omits.</summary>
/// <param name="Resource">The resource in the Pulumi program.</param>
/// <param name="Option">The Pulumi option.</param>
/// <param name="Reason">The reason, without a capital and a period.</param>
internal sealed record OmittedOption(ResourceKey Resource, string Option, string Reason);

/// <summary>Translates resource options to Terraform's meta-arguments and timeouts.</summary>
internal sealed class OptionsTranslator(DependencyTranslator dependencies)
{
    private const string Timeouts = "timeouts";

    // prevent_destroy would block replacements and destroy.
    private const string ProtectReason = "it would block replacements and destroy";
    private const string RetainReason = "Terraform has no equivalent";

    private readonly List<OmittedOption> _omitted = [];
    private readonly List<UnknownInput> _unknown = [];

    public ImmutableArray<OmittedOption> Omitted => [.. _omitted];

    public ImmutableArray<UnknownInput> Unknown => [.. _unknown];

    /// <param name="resource">The resource.</param>
    /// <param name="terraformType">Its Terraform type.</param>
    /// <param name="schema">Its schema.</param>
    /// <param name="hasUniqueName">Whether a replacement gets another name, so that both can exist at the same time.</param>
    /// <param name="notStored">Attributes that the emulator does not return.</param>
    public IEnumerable<KeyValuePair<string, TerraformValue>> Translate(
        ResourceNode resource, string terraformType, BlockSchema schema, bool hasUniqueName, ImmutableArray<string> notStored)
    {
        Omit(resource);
        if (TimeoutsOf(resource, schema) is { Entries: not [] } timeouts)
        {
            yield return new(Timeouts, timeouts);
        }

        if (dependencies.Of(resource) is { IsEmpty: false } addresses)
        {
            yield return new("depends_on", TerraformValue.List.OfTexts(addresses));
        }

        var ignored = Ignored(resource, terraformType, schema).Concat(notStored).ToList();
        if (LifecycleOf(resource, hasUniqueName, ignored) is { Entries: not [] } lifecycle)
        {
            yield return new("lifecycle", lifecycle);
        }
    }

    private void Omit(ResourceNode resource)
    {
        if (resource.Settings.Protect)
        {
            _omitted.Add(new OmittedOption(resource.Key, "protect", ProtectReason));
        }

        if (resource.Settings.RetainOnDelete)
        {
            _omitted.Add(new OmittedOption(resource.Key, "retainOnDelete", RetainReason));
        }
    }

    private TerraformValue.Map TimeoutsOf(ResourceNode resource, BlockSchema schema)
    {
        var known = schema.Blocks.GetValueOrDefault(Timeouts)?.Block;
        var given = new (string Name, TimeSpan? Value)[]
        {
            ("create", resource.Settings.CreateTimeout),
            ("update", resource.Settings.UpdateTimeout),
            ("delete", resource.Settings.DeleteTimeout),
        };
        var kept = new List<KeyValuePair<string, TerraformValue>>();
        foreach (var (name, value) in given.Where(timeout => timeout.Value is not null))
        {
            if (known?.Attributes.ContainsKey(name) == true)
            {
                kept.Add(new(name, Duration(value!.Value)));
            }
            else
            {
                _unknown.Add(new UnknownInput(resource.Key, $"customTimeouts.{name}"));
            }
        }

        return TerraformValue.Map.Of(kept);
    }

    private static TerraformValue.Map LifecycleOf(ResourceNode resource, bool hasUniqueName, List<string> ignored)
    {
        var lifecycle = TerraformValue.Map.Empty;
        // Pulumi's default order. A resource with a fixed name cannot exist twice and keeps Terraform's order.
        if (hasUniqueName && resource.Settings.DeleteBeforeReplace is not true)
        {
            lifecycle = lifecycle.With("create_before_destroy", true);
        }

        return ignored.Count > 0 ? lifecycle.With("ignore_changes", TerraformValue.List.OfTexts(ignored)) : lifecycle;
    }

    private IEnumerable<string> Ignored(ResourceNode resource, string terraformType, BlockSchema schema)
    {
        foreach (var property in resource.Settings.IgnoreChanges)
        {
            if (AttributePath.Of(terraformType, schema, property) is { } path)
            {
                yield return path;
            }
            else
            {
                _unknown.Add(new UnknownInput(resource.Key, $"ignoreChanges: {property}"));
            }
        }
    }

    private static string Duration(TimeSpan time) => time.Seconds == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes}m")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds}s");
}
