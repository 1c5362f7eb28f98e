using System.Collections.Immutable;
using System.Globalization;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Terraform.Document;
using Infra.Sandbox.Terraform.Schema;

namespace Infra.Sandbox.Terraform;

/// <summary>Turns the options of resources into what Terraform calls meta-arguments and timeouts.</summary>
internal sealed class OptionsTranslator(DependencyTranslator dependencies)
{
    private const string Timeouts = "timeouts";

    // prevent_destroy would stop Terraform from what the sandbox is for, to try a change or to take everything down again.
    private const string ProtectReason = "the sandbox must be able to replace and destroy";
    private const string RetainReason = "Terraform has no such option";

    private readonly List<OmittedOption> _omitted = [];
    private readonly List<UnknownInput> _unknown = [];

    public ImmutableArray<OmittedOption> Omitted => [.. _omitted];

    public ImmutableArray<UnknownInput> Unknown => [.. _unknown];

    /// <param name="resource">The resource with its options.</param>
    /// <param name="terraformType">What it is in Terraform.</param>
    /// <param name="schema">Its schema.</param>
    /// <param name="isNamedAnew">Whether a second one would get a name of its own, so that both may be there at once.</param>
    /// <param name="forgotten">Attributes that cannot be compared with what there is.</param>
    public IEnumerable<KeyValuePair<string, TerraformValue>> Translate(
        ResourceNode resource, string terraformType, BlockSchema schema, bool isNamedAnew, ImmutableArray<string> forgotten)
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

        var ignored = Ignored(resource, terraformType, schema).Concat(forgotten).ToList();
        if (LifecycleOf(resource, isNamedAnew, ignored) is { Entries: not [] } lifecycle)
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

    private static TerraformValue.Map LifecycleOf(ResourceNode resource, bool isNamedAnew, List<string> ignored)
    {
        var lifecycle = TerraformValue.Map.Empty;
        // Pulumi's own order. A resource with a fixed name cannot be there twice, and so keeps Terraform's order.
        if (isNamedAnew && !resource.Settings.DeleteBeforeReplace)
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
