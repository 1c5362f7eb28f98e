using System.Text.RegularExpressions;
using Infra.Stack.Rules;

namespace Infra.Tasks;

/// <summary>
/// What tasks may do beyond their buckets and queues. IAM takes actions and ARNs that do not exist, and the application is
/// denied at run time.
/// </summary>
internal static partial class PermissionRules
{
    // ARNs of these services leave the region out, and those of the first few the account too.
    // https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
    private static readonly string[] WithoutAccount = ["route53"];
    private static readonly string[] WithoutRegion = ["route53", "iam", "cloudfront", "organizations", "globalaccelerator", "budgets", "ce", "account", "sts"];
    private static readonly string[] WithRegion =
    [
        "athena", "cognito-idp", "dynamodb", "ecr", "ecs", "elasticfilesystem", "events", "firehose", "glue", "kinesis", "kms", "lambda", "logs", "rds",
        "rds-db", "scheduler", "secretsmanager", "sns", "sqs", "ssm", "states",
    ];

    public static void Check(StackConfig config, RuleChecker rules)
    {
        foreach (var task in config.AllTasks)
        {
            foreach (var (index, permission) in task.Task.Permissions.Index())
            {
                Check($"{task.Path}.permissions[{index}]", permission, rules);
            }
        }
    }

    private static void Check(string key, PermissionConfig permission, RuleChecker rules)
    {
        foreach (var (index, action) in permission.Actions.Index())
        {
            rules.Check([$"{key}.actions[{index}]"], () => IamActions.Check(action));
        }

        foreach (var (index, resource) in permission.Resources.Index())
        {
            rules.Check([$"{key}.resources[{index}]"], () => rules.Region is { } region && resource != "*" ? ResourceProblem(resource, region) : null);
        }
    }

    private static string? ResourceProblem(string resource, string region)
    {
        var known = Placeholder().Replace(resource, "x");
        if (Arn.Find(known) is not { } arn || arn.Resource.Length == 0)
        {
            return PartsProblem(resource, known);
        }

        var partition = AwsPartition.OfRegion(region).Name;
        return !Fits(arn.Partition, partition) ? $"{resource} is in the partition {arn.Partition}, and {RegionRules.Key} {region} is in {partition}"
            : arn.Service.Length == 0 ? $"{resource} names no service"
            : RegionProblem(resource, arn) ?? AccountProblem(resource, arn);
    }

    private static string PartsProblem(string resource, string known) => known.Split(':') is ["arn", var partition, "s3", "", var path]
        ? $"{resource} lacks a colon; write arn:{partition}:s3:::{path}"
        : $"{resource} is not a whole ARN; one has six parts: arn:partition:service:region:account:resource";

    private static string? RegionProblem(string resource, Arn arn) =>
        IsS3Object(arn) && (arn.Region.Length > 0 || arn.Account.Length > 0) ? $"{resource} names a region or an account, which ARNs of buckets do not; write arn:{arn.Partition}:s3:::{arn.Resource}"
        : WithoutRegion.Contains(arn.Service) && arn.Region.Length > 0 && arn.Region != "*" ? $"{resource} names a region, which ARNs of {arn.Service} do not"
        : WithRegion.Contains(arn.Service) && arn.Region.Length == 0 ? $"{resource} names no region; write ${{aws.region}} or * there"
        : arn.Region.Length > 0 && !IsOpen(arn.Region) && Regions.Check(arn.Region) is { IsError: true } wrong ? $"{resource} names a region that is none: {wrong.Message}"
        : null;

    private static string? AccountProblem(string resource, Arn arn) =>
        WithRegion.Contains(arn.Service) && arn.Account.Length == 0 ? $"{resource} names no account; write ${{aws.accountId}} or * there"
        : WithoutAccount.Contains(arn.Service) && arn.Account.Length > 0 ? $"{resource} names an account, which ARNs of {arn.Service} do not"
        : arn.Account.Length > 0 && arn.Account != "aws" && !IsOpen(arn.Account) && !arn.HasAccount
            ? $"{resource} names the account \"{arn.Account}\"; account ids have 12 digits"
        : null;

    // Access points and the like of S3 have a region and an account.
    private static bool IsS3Object(Arn arn) => arn.Service == "s3" && !S3Part().IsMatch(arn.Resource);

    // A placeholder or a wildcard, of which nothing is known yet.
    private static bool IsOpen(string part) => part.AsSpan().ContainsAny('*', '?') || part == "x";

    private static bool Fits(string part, string wanted) => IsOpen(part) || part == wanted;

    [GeneratedRegex(@"\$\{[^}]*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("^(accesspoint|storage-lens|storage-lens-group|job|async-request|access-grants)[/:]")]
    private static partial Regex S3Part();
}
