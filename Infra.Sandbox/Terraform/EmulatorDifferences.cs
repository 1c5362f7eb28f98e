using System.Collections.Immutable;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Terraform.Document;

namespace Infra.Sandbox.Terraform;

/// <summary>Something that is said to an emulator in another way than to AWS.</summary>
/// <param name="Resource">The resource in the Pulumi program.</param>
/// <param name="Attribute">Terraform's name of what differs.</param>
/// <param name="Reason">Why, as a sentence.</param>
internal sealed record EmulatorDifference(ResourceKey Resource, string Attribute, string Reason);

/// <summary>What emulators cannot do. Every entry is one thing less that the sandbox proves, so each has its reason.</summary>
internal sealed class EmulatorDifferences
{
    private const string Protection = "with it, destroy would be refused";

    // An attribute without a value is left out.
    private static readonly ImmutableArray<(string Type, string Attribute, TerraformValue? Value, string Reason)> _known =
    [
        ("aws_ecs_service", "availability_zone_rebalancing", null, "moto does not keep it, so that it would be set again every time"),
        ("aws_cognito_user_pool", "deletion_protection", "INACTIVE", Protection),
        ("aws_db_instance", "deletion_protection", false, Protection),
        ("aws_lb", "enable_deletion_protection", false, Protection),
    ];

    private readonly List<EmulatorDifference> _applied = [];

    public ImmutableArray<EmulatorDifference> Applied => [.. _applied];

    /// <summary>The attributes as an emulator gets them.</summary>
    public IEnumerable<KeyValuePair<string, TerraformValue>> Apply(
        ResourceKey resource, string terraformType, IEnumerable<KeyValuePair<string, TerraformValue>> attributes)
    {
        foreach (var attribute in attributes)
        {
            var difference = _known.FirstOrDefault(known => known.Type == terraformType && known.Attribute == attribute.Key);
            if (difference.Reason is null || Equals(difference.Value, attribute.Value with { Origin = null }))
            {
                yield return attribute;
                continue;
            }

            _applied.Add(new EmulatorDifference(resource, attribute.Key, difference.Reason));
            if (difference.Value is { } value)
            {
                yield return new(attribute.Key, value with { Origin = attribute.Value.Origin });
            }
        }
    }
}
