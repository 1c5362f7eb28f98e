using Infra.Domains;
using Infra.Sandbox.Terraform.Document;
using Infra.Sandbox.Terraform.Schema;

namespace Infra.Sandbox.Terraform;

/// <summary>
/// Names for what the program leaves unnamed. Pulumi adds random characters to the logical name; Terraform does the same with a
/// prefix where the type has one, and needs a name where it has none.
/// </summary>
internal static class AutoNames
{
    // Terraform adds 26 characters. The shortest names may have 63, but those of load balancers and their targets 32.
    private const int PrefixLength = 37;
    private const int ShortPrefixLength = 6;

    // Has no name at all, and AWS does not delete it while a listener uses it.
    private const string Certificate = "aws_acm_certificate";

    // In the order in which they count: what a type is named by, and what its generated names begin with.
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

    /// <param name="terraformType">The type to name.</param>
    /// <param name="schema">Its schema.</param>
    /// <param name="given">What the program says itself.</param>
    /// <param name="logicalName">The name in the program.</param>
    /// <returns>What to add, and whether a second resource would get another name, so that both can be there at once.</returns>
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

    // Settings of a bucket have its name in the same attribute.
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
