using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Providers.Values;
using Infra.Sandbox.Terraform.Schema;

namespace Infra.Sandbox.Providers.States;

/// <summary>
/// Plausible values for what only AWS knows. The provider checks the form of ARNs, IDs and addresses, and compares the values with each
/// other, so the same property always has the same value.
/// </summary>
internal static class SampleValues
{
    private const string Account = "123456789012";
    private const string Region = "us-east-1";
    private const string Timestamp = "2026-01-01T00:00:00Z";

    // The prefixes of the IDs that the provider checks.
    private static readonly FrozenDictionary<string, string> IdPrefixes = new Dictionary<string, string>
    {
        ["aws_eip"] = "eipalloc",
        ["aws_internet_gateway"] = "igw",
        ["aws_launch_template"] = "lt",
        ["aws_nat_gateway"] = "nat",
        ["aws_route_table"] = "rtb",
        ["aws_security_group"] = "sg",
        ["aws_subnet"] = "subnet",
        ["aws_vpc"] = "vpc",
        ["aws_vpc_endpoint"] = "vpce",
    }.ToFrozenDictionary();

    // Their IDs are ARNs.
    private static readonly FrozenSet<string> ArnIds =
    [
        "aws_acm_certificate", "aws_ecs_capacity_provider", "aws_ecs_cluster", "aws_ecs_service", "aws_iam_openid_connect_provider", "aws_iam_policy",
        "aws_lb", "aws_lb_listener", "aws_lb_listener_rule", "aws_lb_target_group", "aws_secretsmanager_secret", "aws_sns_topic",
    ];

    private static readonly FrozenDictionary<string, string> Fixed = new Dictionary<string, string>
    {
        ["account_id"] = Account,
        ["cidr_block"] = "10.0.0.0/16",
        ["engine_version_actual"] = "8.0.1",
        ["ipv6_cidr_block"] = "2600:1f14:8::/56",
        ["owner_id"] = Account,
        ["private_ip"] = "10.0.0.10",
        ["public_ip"] = "192.0.2.1",
        ["region"] = Region,
        ["registry_id"] = Account,
    }.ToFrozenDictionary();

    // Computed attributes that AWS leaves empty where they do not apply.
    private static readonly FrozenDictionary<(string Type, string Attribute), string> Exceptions = new Dictionary<(string, string), string>
    {
        [("aws_lb_target_group", "matcher")] = "",
        [("aws_lb_target_group", "path")] = "",
        [("aws_sns_topic", "fifo_throughput_scope")] = "",
    }.ToFrozenDictionary();

    // The resource part of the ARNs that the provider or AWS's policies look into.
    private static readonly FrozenDictionary<string, string> ArnResources = new Dictionary<string, string>
    {
        ["aws_lb"] = "loadbalancer/app/{0}/{0}",
        ["aws_lb_listener"] = "listener/app/{0}/{0}/{0}",
        ["aws_lb_target_group"] = "targetgroup/{0}/{0}",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> ArnServices = new Dictionary<string, string>
    {
        ["aws_cloudwatch_log_group"] = "logs",
        ["aws_db_instance"] = "rds",
        ["aws_lb"] = "elasticloadbalancing",
        ["aws_lb_listener"] = "elasticloadbalancing",
        ["aws_lb_target_group"] = "elasticloadbalancing",
    }.ToFrozenDictionary();

    /// <summary>A random value or an encrypted value of the stack file.</summary>
    public static string Of(Symbol symbol) => $"s{Hash($"{symbol}")}";

    /// <summary>The value of a property of another resource.</summary>
    /// <param name="terraformType">The type of that resource.</param>
    /// <param name="attribute">The Terraform attribute.</param>
    /// <param name="symbol">The property.</param>
    public static string Of(string terraformType, string attribute, Symbol symbol) =>
        symbol.Path.EndsWith(".resourceRecordType", StringComparison.Ordinal) ? "CNAME" : Text(terraformType, attribute, Hash($"{symbol}"));

    /// <summary>A value for an attribute.</summary>
    public static ProviderValue Of(string terraformType, string attribute, AttributeType type) => type switch
    {
        AttributeType.Primitive { Type: PrimitiveType.Text } => Text(terraformType, attribute, Hash($"{terraformType}.{attribute}")),
        AttributeType.Primitive { Type: PrimitiveType.Number } => 1,
        AttributeType.Primitive { Type: PrimitiveType.Flag } => false,
        AttributeType.Collection { Type: CollectionType.Map } => ProviderValue.Map.Of([]),
        AttributeType.Collection => ProviderValue.List.Empty,
        AttributeType.Structure structure => ProviderValue.Map.Of(structure.Attributes.Select(member =>
            KeyValuePair.Create(member.Key, Of(terraformType, member.Key, member.Value)))),
        _ => ProviderValue.Null.Value,
    };

    private static string Text(string terraformType, string attribute, string hash)
    {
        if (Exceptions.TryGetValue((terraformType, attribute), out var value) || Fixed.TryGetValue(attribute, out value))
        {
            return value;
        }

        if (attribute.EndsWith("_time", StringComparison.Ordinal))
        {
            return Timestamp;
        }

        if (attribute == "arn" || attribute.EndsWith("_arn", StringComparison.Ordinal) || (attribute == "id" && ArnIds.Contains(terraformType)))
        {
            return Arn(terraformType, hash);
        }

        return attribute == "id" && IdPrefixes.TryGetValue(terraformType, out var prefix) ? $"{prefix}-0{hash}" : $"s{hash}";
    }

    private static string Arn(string terraformType, string hash)
    {
        var service = ArnServices.GetValueOrDefault(terraformType, terraformType.Split('_')[1]);
        var resource = ArnResources.TryGetValue(terraformType, out var pattern)
            ? pattern.Replace("{0}", hash, StringComparison.Ordinal)
            : $"{terraformType.Split('_')[^1]}/{hash}";
        return service == "iam" ? $"arn:aws:iam::{Account}:{resource}" : $"arn:aws:{service}:{Region}:{Account}:{resource}";
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
