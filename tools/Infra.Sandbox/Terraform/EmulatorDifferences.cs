using System.Collections.Frozen;
using System.Collections.Immutable;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Terraform.Document;
using Infra.Sandbox.Terraform.Schema;

namespace Infra.Sandbox.Terraform;

/// <summary>An attribute that an emulator gets differently from AWS.</summary>
/// <param name="Resource">The resource in the Pulumi program.</param>
/// <param name="Attribute">The Terraform attribute.</param>
/// <param name="Reason">The reason, without a capital and a period.</param>
internal sealed record EmulatorDifference(ResourceKey Resource, string Attribute, string Reason);

/// <summary>The limitations of emulators. Each entry is something that the sandbox does not verify, so each has a reason.</summary>
internal sealed class EmulatorDifferences
{
    private const string BlocksDestroy = "it would block destroy";
    private const string NoIpv6Filter = "moto cannot filter subnets by IPv6 block, which the provider waits for";

    private const string NotStored = "moto does not store it";
    private const string NoApi = "moto has no API for it";

    // Observed in moto 5.2, like all entries below.
    private static readonly FrozenDictionary<string, string> Missing = new Dictionary<string, string>
    {
        ["aws_appautoscaling_target"] = "moto cannot list its tags, which the provider always reads",
        ["aws_backup_selection"] = NoApi,
        ["aws_efs_backup_policy"] = NoApi,
        ["aws_efs_file_system_policy"] = "moto cannot delete it, so destroy would fail",
        ["aws_elasticache_replication_group"] = "moto creates no nodes for it, which the provider reads",
        ["aws_elasticache_serverless_cache"] = NoApi,
        ["aws_elasticache_subnet_group"] = "moto cannot delete it, so destroy would fail",
        ["aws_elasticache_user_group"] = NoApi,
        ["aws_sqs_queue_redrive_allow_policy"] = "moto does not return it, and the provider waits until it does",
    }.ToFrozenDictionary();

    // Moto has no API to delete them; they disappear with their parent.
    private static readonly FrozenSet<string> Undeletable = ["aws_efs_file_system_policy"];

    private static readonly ImmutableArray<Known> All =
    [
        new("aws_cognito_user_pool", "deletion_protection", BlocksDestroy) { Instead = "INACTIVE" },
        new("aws_db_instance", "deletion_protection", BlocksDestroy) { Instead = false },
        new("aws_ecs_service", "wait_for_steady_state", "emulators run no tasks, so apply would wait until it times out") { Instead = false },
        new("aws_lb", "enable_deletion_protection", BlocksDestroy) { Instead = false },

        new("aws_autoscaling_group", "instance_refresh", "moto has no instance refresh, so changes of the launch template would fail") { IsOmitted = true },
        new("aws_autoscaling_group", "protect_from_scale_in", "moto never terminates a protected instance, so destroy would wait for it")
        {
            Instead = false,
        },
        new("aws_autoscaling_policy", "enabled", "moto returns false") { IsReportedOnly = true },
        new("aws_autoscaling_policy", "predictive_scaling_configuration", "moto returns one that is not configured") { IsReportedOnly = true },
        new("aws_subnet", "assign_ipv6_address_on_creation", NoIpv6Filter) { Instead = false },
        new("aws_subnet", "ipv6_cidr_block", NoIpv6Filter) { IsOmitted = true },

        // The provider sends these when it creates the resource, but without this entry every plan would set them again.
        new("aws_db_instance", "database_insights_mode", NotStored),
        new("aws_db_instance", "performance_insights_enabled", NotStored),
        new("aws_db_instance", "performance_insights_kms_key_id", NotStored),
        new("aws_db_instance", "performance_insights_retention_period", NotStored),
        new("aws_db_parameter_group", "parameter", "moto does not return a parameter's source, and the provider reads only those set by users"),
        new("aws_ecs_service", "availability_zone_rebalancing", NotStored),
        new("aws_ecs_service", "capacity_provider_strategy", NotStored),
        new("aws_ecs_service", "deployment_configuration", NotStored),
        new("aws_ecs_service", "enable_ecs_managed_tags", NotStored),
        new("aws_ecs_service", "enable_execute_command", NotStored),
        new("aws_ecs_service", "health_check_grace_period_seconds", NotStored),
        new("aws_launch_template", "tag_specifications", "moto adds the template's own tags"),
        // Since 6.23 the provider sends the tags with CreateBucket.
        new("aws_s3_bucket", "tags", "moto ignores the tags of CreateBucket") { OnlyIfKnown = "bucket_region" },
        new("aws_s3_bucket_notification", "eventbridge", NotStored),
        new("aws_vpc_security_group_egress_rule", "description", NotStored) { OnlyWith = "referenced_security_group_id" },
        new("aws_vpc_security_group_ingress_rule", "description", NotStored) { OnlyWith = "referenced_security_group_id" },
        new("aws_backup_plan", "tags", NotStored),
        new("aws_backup_vault", "force_destroy", "moto cannot list its recovery points") { Instead = false },
        new("aws_backup_vault", "tags", NotStored),
        new("aws_sqs_queue", "redrive_policy", "moto adds spaces to it, and the provider compares it literally"),
    ];

    private readonly List<EmulatorDifference> _applied = [];

    public ImmutableArray<EmulatorDifference> Applied => [.. _applied];

    /// <summary>Whether emulators get no resources of a type.</summary>
    public static bool IsMissing(string terraformType) => Missing.ContainsKey(terraformType);

    /// <summary>Whether emulators can delete a resource of a type.</summary>
    public static bool IsDeletable(string terraformType) => !Undeletable.Contains(terraformType);

    /// <summary>Records that an emulator does not get a resource.</summary>
    public void Omit(ResourceKey resource, string terraformType) =>
        _applied.Add(new EmulatorDifference(resource, "whole resource", Missing[terraformType]));

    /// <summary>The attributes for an emulator, and those of them that it does not return.</summary>
    public (List<KeyValuePair<string, TerraformValue>> Attributes, ImmutableArray<string> NotStored) Apply(
        ResourceKey resource, string terraformType, BlockSchema schema, IReadOnlyList<KeyValuePair<string, TerraformValue>> attributes)
    {
        var sent = new List<KeyValuePair<string, TerraformValue>>();
        var notStored = ImmutableArray.CreateBuilder<string>();
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
            else if (!difference.IsOmitted)
            {
                sent.Add(new(name, value));
                notStored.Add(name);
            }
        }

        foreach (var invented in All.Where(known => known.IsReportedOnly && known.Type == terraformType))
        {
            _applied.Add(new EmulatorDifference(resource, invented.Attribute, invented.Reason));
            notStored.Add(invented.Attribute);
        }

        return (sent, notStored.ToImmutable());
    }

    private static Known? Find(
        string type, BlockSchema schema, string attribute, IEnumerable<KeyValuePair<string, TerraformValue>> attributes) =>
        All.FirstOrDefault(known => known.Type == type
            && known.Attribute == attribute
            && (known.OnlyIfKnown is null || schema.Attributes.ContainsKey(known.OnlyIfKnown))
            && (known.OnlyWith is null || attributes.Any(other => other.Key == known.OnlyWith)));

    private sealed record Known(string Type, string Attribute, string Reason)
    {
        /// <summary>The value for the emulator; if null, the original value is sent and its changes are ignored.</summary>
        public TerraformValue? Instead { get; init; }

        /// <summary>Whether the attribute is not sent.</summary>
        public bool IsOmitted { get; init; }

        /// <summary>Whether the emulator returns the attribute although the program does not set it.</summary>
        public bool IsReportedOnly { get; init; }

        /// <summary>Applies only if this attribute is set as well.</summary>
        public string? OnlyWith { get; init; }

        /// <summary>Applies only to provider versions that have this attribute.</summary>
        public string? OnlyIfKnown { get; init; }
    }
}
