using System.Text.RegularExpressions;
using Infra.Configuration.Binding;
using Infra.Stack.Rules;

namespace Infra.Tasks;

/// <summary>
/// The <c>permissions</c> of tasks. IAM accepts actions and ARNs that do not exist, and access is then denied at run time.
/// </summary>
internal static partial class PermissionRules
{
    // Services whose ARNs have no account, no region, or always a region.
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
                Check(task.KeyOf(config => config.Permissions).Item(index), permission, rules);
            }
        }
    }

    private static void Check(KeyPath key, PermissionConfig permission, RuleChecker rules)
    {
        foreach (var (index, action) in permission.Actions.Index())
        {
            rules.Check([key.Member<PermissionConfig>(known => known.Actions).Item(index)], () => IamActions.Check(action));
        }

        foreach (var (index, resource) in permission.Resources.Index())
        {
            rules.Check([key.Member<PermissionConfig>(known => known.Resources).Item(index)], () =>
                rules.Region is { } region && resource != "*" ? ResourceProblem(resource, region) : null);
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
        return !Fits(arn.Partition, partition) ? $"{resource} is in the partition {arn.Partition}, but {RegionRules.Key} {region} is in {partition}"
            : arn.Service.Length == 0 ? $"{resource} has no service"
            : RegionProblem(resource, arn) ?? AccountProblem(resource, arn);
    }

    private static string PartsProblem(string resource, string known) => known.Split(':') is ["arn", var partition, "s3", "", var path]
        ? $"{resource} is missing a colon; use arn:{partition}:s3:::{path}"
        : $"{resource} is not a complete ARN: arn:partition:service:region:account:resource";

    private static string? RegionProblem(string resource, Arn arn) =>
        IsS3Object(arn) && (arn.Region.Length > 0 || arn.Account.Length > 0)
            ? $"{resource} has a region or an account, but ARNs of S3 buckets have neither; use arn:{arn.Partition}:s3:::{arn.Resource}"
        : WithoutRegion.Contains(arn.Service) && arn.Region.Length > 0 && arn.Region != "*" ? $"{resource} has a region, but ARNs of {arn.Service} have none"
        : WithRegion.Contains(arn.Service) && arn.Region.Length == 0 ? $"{resource} has no region; use ${{aws.region}} or *"
        : arn.Region.Length > 0 && !IsOpen(arn.Region) && Regions.Check(arn.Region) is { IsError: true } wrong ? $"{resource} has an invalid region: {wrong.Message}"
        : null;

    private static string? AccountProblem(string resource, Arn arn) =>
        WithRegion.Contains(arn.Service) && arn.Account.Length == 0 ? $"{resource} has no account; use ${{aws.accountId}} or *"
        : WithoutAccount.Contains(arn.Service) && arn.Account.Length > 0 ? $"{resource} has an account, but ARNs of {arn.Service} have none"
        : arn.Account.Length > 0 && arn.Account != "aws" && !IsOpen(arn.Account) && !arn.HasAccount
            ? $"{resource} has the account \"{arn.Account}\"; account IDs have 12 digits"
        : null;

    // ARNs of access points, jobs and similar S3 resources have a region and an account.
    private static bool IsS3Object(Arn arn) => arn.Service == "s3" && !S3Part().IsMatch(arn.Resource);

    // A wildcard, or a placeholder whose value is not known yet.
    private static bool IsOpen(string part) => part.AsSpan().ContainsAny('*', '?') || part == "x";

    private static bool Fits(string part, string wanted) => IsOpen(part) || part == wanted;

    [GeneratedRegex(@"\$\{[^}]*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("^(accesspoint|storage-lens|storage-lens-group|job|async-request|access-grants)[/:]")]
    private static partial Regex S3Part();
}
