using System.Collections.Frozen;
using System.Text;
using Infra.Sandbox.Terraform.Schema;

namespace Infra.Sandbox.Terraform;

/// <summary>
/// Terraform's names of Pulumi's properties. Pulumi converts snake case to camel case and the names of lists to the plural; the provider's
/// schema decides between the possible names.
/// </summary>
internal static class AttributeNames
{
    // Names that differ in Pulumi or in a later version of the provider. Pulumi's name is tried first.
    private static readonly FrozenDictionary<(string Type, string Property), string> Renames = new Dictionary<(string, string), string>
    {
        [("aws_cloudwatch_metric_alarm", "name")] = "alarm_name",
        [("aws_ecs_service", "arn")] = "id",
        [("aws_lambda_function", "name")] = "function_name",
        [("aws_lambda_permission", "function")] = "function_name",
        [("aws_region", "region")] = "name",
        [("aws_s3_bucket", "bucketRegion")] = "region",
        [("aws_secretsmanager_secret_version", "secretArn")] = "arn",
        [("aws_sns_topic_subscription", "topic")] = "topic_arn",
    }.ToFrozenDictionary();

    /// <summary>The attribute or block of a resource for an input; null if the provider does not know it.</summary>
    public static string? OfInput(string terraformType, BlockSchema resource, string property) =>
        OfInput(resource, property) ?? OfInput(resource, Renamed(terraformType, property));

    /// <summary>The same inside a block.</summary>
    public static string? OfInput(BlockSchema block, string property) => Find(property, block.Accepts);

    /// <summary>The attribute of a resource for an output.</summary>
    public static string? OfOutput(string terraformType, AttributeType.Structure resource, string property) =>
        OfMember(resource, property) ?? OfMember(resource, Renamed(terraformType, property));

    /// <summary>The same inside a value.</summary>
    public static string? OfMember(AttributeType.Structure structure, string property) => Find(property, structure.Attributes.ContainsKey);

    private static string Renamed(string terraformType, string property) => Renames.GetValueOrDefault((terraformType, property), property);

    private static string? Find(string property, Func<string, bool> exists)
    {
        var snakeCase = SnakeCase(property);
        return Singulars(snakeCase).Prepend(snakeCase).FirstOrDefault(exists);
    }

    private static IEnumerable<string> Singulars(string plural) =>
        new[] { ("ies", "y"), ("es", ""), ("s", "") }
            .Where(ending => plural.EndsWith(ending.Item1, StringComparison.Ordinal))
            .Select(ending => plural[..^ending.Item1.Length] + ending.Item2);

    private static string SnakeCase(string camelCase)
    {
        var text = new StringBuilder();
        foreach (var character in camelCase)
        {
            if (char.IsAsciiLetterUpper(character))
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(character));
        }

        return text.ToString();
    }
}
