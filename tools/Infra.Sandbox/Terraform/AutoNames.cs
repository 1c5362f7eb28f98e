using Infra.Sandbox.Terraform.Document;
using Infra.Sandbox.Terraform.Schema;

namespace Infra.Sandbox.Terraform;

/// <summary>
/// Generates names for resources that the program does not name. Pulumi appends random characters to the logical name; Terraform does so with a
/// name prefix if the type has one, and otherwise requires a name.
/// </summary>
internal static class AutoNames
{
    // Terraform appends 26 characters. Names have at most 63 characters, those of load balancers and target groups 32.
    private const int PrefixLength = 37;
    private const int ShortPrefixLength = 6;

    // It has no name, and AWS does not delete it while a listener uses it.
    private const string Certificate = "aws_acm_certificate";

    // The attributes for names and name prefixes, in order of precedence.
    private static readonly (string Name, string Prefix)[] Names =
    [
        ("bucket", "bucket_prefix"),
        ("identifier", "identifier_prefix"),
        ("cluster_identifier", "cluster_identifier_prefix"),
        ("name", "name_prefix"),
        ("function_name", ""),
        ("alarm_name", ""),
        ("family", ""),
    ];

    /// <param name="terraformType">The Terraform type.</param>
    /// <param name="schema">Its schema.</param>
    /// <param name="given">The attributes that the program sets.</param>
    /// <param name="logicalName">The logical name.</param>
    /// <returns>The attribute to add, and whether a replacement gets another name, so that both can exist at the same time.</returns>
    public static (KeyValuePair<string, TerraformValue>? Addition, bool IsGenerated) For(
        string terraformType, BlockSchema schema, ICollection<string> given, string logicalName)
    {
        foreach (var (name, prefix) in Names)
        {
            if (given.Contains(name) || given.Contains(prefix))
            {
                return (null, given.Contains(prefix));
            }

            if (schema.Accepts(name) && schema.Accepts(prefix))
            {
                return (new(prefix, Prefix(terraformType, logicalName)), true);
            }

            if (schema.Attributes.TryGetValue(name, out var attribute) && attribute.IsRequired && IsOwn(terraformType, name))
            {
                return (new(name, logicalName), false);
            }
        }

        return (null, terraformType == Certificate);
    }

    // The settings of a bucket name their bucket in the same attribute.
    private static bool IsOwn(string terraformType, string name) => name != "bucket" || terraformType == "aws_s3_bucket";

    private static string Prefix(string terraformType, string logicalName)
    {
        var text = string.Concat(logicalName.ToLowerInvariant().Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-'));
        return terraformType switch
        {
            "aws_lb" or "aws_lb_target_group" => text[..Math.Min(text.Length, ShortPrefixLength)],
            "aws_kms_alias" => $"alias/{text}-",
            _ => text[..Math.Min(text.Length, PrefixLength - 1)] + "-",
        };
    }
}
