using System.Collections.Frozen;
using System.Collections.Immutable;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Terraform.Document;
using Infra.Sandbox.Terraform.Schema;

namespace Infra.Sandbox.Terraform;

/// <summary>Something that is said to an emulator in another way than to AWS.</summary>
/// <param name="Resource">The resource in the Pulumi program.</param>
/// <param name="Attribute">Terraform's name of what differs.</param>
/// <param name="Reason">Why, as a part of a sentence.</param>
internal sealed record EmulatorDifference(ResourceKey Resource, string Attribute, string Reason);

/// <summary>What emulators cannot do. Every entry is one thing less that the sandbox proves, so each has its reason.</summary>
internal sealed class EmulatorDifferences
{
    private const string Protected = "with it, destroy would be refused";
    private const string Unasked = "moto cannot find a subnet by its IPv6 block, and the provider waits until it can";

    private const string Forgotten = "moto does not keep it";
    private const string NoApi = "moto has no API for it";

    // Seen in moto 5.2, as all that follows.
    private static readonly FrozenDictionary<string, string> Missing = new Dictionary<string, string>
    {
        ["aws_appautoscaling_target"] = "moto cannot tell its tags, and the provider asks for them even where there are none",
        ["aws_backup_selection"] = NoApi,
        ["aws_efs_backup_policy"] = NoApi,
        ["aws_efs_file_system_policy"] = "moto cannot delete it, so that destroy would fail",
        ["aws_sqs_queue_redrive_allow_policy"] = "moto does not tell it, and the provider waits until it does",
    }.ToFrozenDictionary();

    // Moto has no API to delete them. They go with what they belong to.
    private static readonly FrozenSet<string> Undeletable = ["aws_efs_file_system_policy"];

    private static readonly ImmutableArray<Known> All =
    [
        new("aws_cognito_user_pool", "deletion_protection", Protected) { Instead = "INACTIVE" },
        new("aws_db_instance", "deletion_protection", Protected) { Instead = false },
        new("aws_ecs_service", "wait_for_steady_state", "emulators run no tasks, so that apply would wait for them in vain") { Instead = false },
        new("aws_lb", "enable_deletion_protection", Protected) { Instead = false },

        new("aws_autoscaling_group", "instance_refresh", "moto cannot replace instances, and the change of a launch template would fail") { IsLeftOut = true },
        new("aws_autoscaling_group", "protect_from_scale_in", "moto ends no instance that was protected once, and destroy would wait for it")
        {
            Instead = false,
        },
        new("aws_autoscaling_policy", "enabled", "moto tells that it is off") { IsInvented = true },
        new("aws_autoscaling_policy", "predictive_scaling_configuration", "moto tells one that nobody asked for") { IsInvented = true },
        new("aws_subnet", "assign_ipv6_address_on_creation", Unasked) { Instead = false },
        new("aws_subnet", "ipv6_cidr_block", Unasked) { IsLeftOut = true },

        // The provider still sends these when it makes the resource, but every plan would want to set them again.
        new("aws_db_instance", "database_insights_mode", Forgotten),
        new("aws_db_instance", "performance_insights_enabled", Forgotten),
        new("aws_db_instance", "performance_insights_kms_key_id", Forgotten),
        new("aws_db_instance", "performance_insights_retention_period", Forgotten),
        new("aws_db_parameter_group", "parameter", "moto does not say who set a parameter, and the provider only looks at those set by users"),
        new("aws_ecs_service", "availability_zone_rebalancing", Forgotten),
        new("aws_ecs_service", "capacity_provider_strategy", Forgotten),
        new("aws_ecs_service", "deployment_configuration", Forgotten),
        new("aws_ecs_service", "enable_ecs_managed_tags", Forgotten),
        new("aws_ecs_service", "enable_execute_command", Forgotten),
        new("aws_ecs_service", "health_check_grace_period_seconds", Forgotten),
        new("aws_launch_template", "tag_specifications", "moto adds the tags of the template itself"),
        // From 6.23 on the provider sends the tags with the bucket itself.
        new("aws_s3_bucket", "tags", "moto does not keep the tags that a bucket is made with") { OnlyIfKnown = "bucket_region" },
        new("aws_s3_bucket_notification", "eventbridge", Forgotten),
        new("aws_vpc_security_group_egress_rule", "description", Forgotten) { OnlyWith = "referenced_security_group_id" },
        new("aws_vpc_security_group_ingress_rule", "description", Forgotten) { OnlyWith = "referenced_security_group_id" },
        new("aws_backup_plan", "tags", Forgotten),
        new("aws_backup_vault", "force_destroy", "moto cannot list what is in it") { Instead = false },
        new("aws_backup_vault", "tags", Forgotten),
        new("aws_sqs_queue", "redrive_policy", "moto adds spaces to it, and the provider compares it letter by letter"),
    ];

    private readonly List<EmulatorDifference> _applied = [];

    public ImmutableArray<EmulatorDifference> Applied => [.. _applied];

    /// <summary>Whether emulators get nothing of a type at all.</summary>
    public static bool IsMissing(string terraformType) => Missing.ContainsKey(terraformType);

    /// <summary>Whether emulators can delete a resource of a type by itself.</summary>
    public static bool IsDeletable(string terraformType) => !Undeletable.Contains(terraformType);

    /// <summary>Notes that an emulator does not get a resource of a type that is missing there.</summary>
    public void LeaveOut(ResourceKey resource, string terraformType) =>
        _applied.Add(new EmulatorDifference(resource, "all of it", Missing[terraformType]));

    /// <summary>The attributes as an emulator gets them, and which of them it cannot be asked about later.</summary>
    public (List<KeyValuePair<string, TerraformValue>> Attributes, ImmutableArray<string> Forgotten) Apply(
        ResourceKey resource, string terraformType, BlockSchema schema, IReadOnlyList<KeyValuePair<string, TerraformValue>> attributes)
    {
        var sent = new List<KeyValuePair<string, TerraformValue>>();
        var forgotten = ImmutableArray.CreateBuilder<string>();
        foreach (var (name, value) in attributes)
        {
            var difference = Find(terraformType, schema, name, attributes);
            if (difference is null || Equals(difference.Instead, value with { Origin = null }))
            {
                sent.Add(new(name, value));
                continue;
            }

            _applied.Add(new EmulatorDifference(resource, name, difference.Reason));
            if (difference.Instead is { } instead)
            {
                sent.Add(new(name, instead with { Origin = value.Origin }));
            }
            else if (!difference.IsLeftOut)
            {
                sent.Add(new(name, value));
                forgotten.Add(name);
            }
        }

        foreach (var invented in All.Where(known => known.IsInvented && known.Type == terraformType))
        {
            _applied.Add(new EmulatorDifference(resource, invented.Attribute, invented.Reason));
            forgotten.Add(invented.Attribute);
        }

        return (sent, forgotten.ToImmutable());
    }

    private static Known? Find(
        string type, BlockSchema schema, string attribute, IEnumerable<KeyValuePair<string, TerraformValue>> attributes) =>
        All.FirstOrDefault(known => known.Type == type
            && known.Attribute == attribute
            && (known.OnlyIfKnown is null || schema.Attributes.ContainsKey(known.OnlyIfKnown))
            && (known.OnlyWith is null || attributes.Any(other => other.Key == known.OnlyWith)));

    private sealed record Known(string Type, string Attribute, string Reason)
    {
        /// <summary>What the emulator gets; without it the same, but changes of it are not looked at.</summary>
        public TerraformValue? Instead { get; init; }

        /// <summary>Whether the emulator gets nothing.</summary>
        public bool IsLeftOut { get; init; }

        /// <summary>Whether the program says nothing of it, and the emulator tells something all the same.</summary>
        public bool IsInvented { get; init; }

        /// <summary>Another attribute without which nothing differs.</summary>
        public string? OnlyWith { get; init; }

        /// <summary>An attribute that versions of the provider have with which it differs.</summary>
        public string? OnlyIfKnown { get; init; }
    }
}
