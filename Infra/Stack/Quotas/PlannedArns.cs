using Infra.Clusters;

namespace Infra.Stack.Quotas;

/// <summary>
/// The ARNs and other values that a stack will have, as long as they will be: before anything is made, the characters that AWS and Pulumi
/// choose are not known, but their number is.
/// </summary>
internal sealed record PlannedArns(StackConfig Config)
{
    /// <summary>As long as most regions are.</summary>
    public const string Region = "eu-central-1";

    private const string Account = "123456789012";
    private const string Random = "-0123456";
    private const int LongestDeployment = 51;

    private string Logical(string part) => $"{Config.Name}-{part}";

    /// <summary>The ARN of a resource that a part's permission names.</summary>
    public string ArnOf(string name) => name.Split('.', 2) switch
    {
        ["bucket", var bucket] => Arn("s3", BucketName(bucket), regional: false),
        ["queue", var queue] => Arn("sqs", QueueName(queue)),
        ["fileSystem", _] => Arn("elasticfilesystem", "file-system/fs-0123456789abcdef0"),
        ["accessPoint", _] => Arn("elasticfilesystem", "access-point/fsap-0123456789abcdef0"),
        _ => throw new InvalidOperationException($"no part has an ARN named {name}"),
    };

    public static string Cluster => Arn("ecs", $"cluster/{Deployment}");

    public static string EveryTask => Arn("ecs", $"task/{Deployment}/*");

    public static string LogGroup => Arn("logs", $"log-group:/ecs/{Deployment}/service-{new string('x', 20)}");

    public static string Repository => Arn("ecr", $"repository/{Deployment}/{new string('x', 26)}");

    public static string Parameter(string name) => Arn("ssm", $"parameter/{name.TrimStart('/')}");

    /// <summary>A secret that the stack stores, and the six characters that Secrets Manager adds.</summary>
    public static string Secret(string logicalName) => Arn("secretsmanager", $"secret:{logicalName}{Random}-AbCdEf");

    /// <summary>The secret of another part, such as <c>database.url</c>.</summary>
    public string SecretOf(string name) => Secret(Logical(name.Split('.')[0]));

    /// <summary>A text of the stack file with what its names stand for.</summary>
    public string Render(string text) => TextTemplate.TryParse(text, out var template) ? template.Render(Value) : text;

    private static string Deployment => new('x', LongestDeployment);

    private string BucketName(string name) => $"{AwsNames.Bucket.Fit(Logical($"buckets-{name}"))}{Random}";

    private string QueueName(string name) => $"{Logical($"queues-{name}")}{Random}";

    private string Value(string name) => name.Split('.', 2) switch
    {
        ["bucket", var bucket] => BucketName(bucket),
        ["queue", var queue] => $"https://sqs.{Region}.amazonaws.com/{Account}/{QueueName(queue)}",
        ["repository", _] => $"{Account}.dkr.ecr.{Region}.amazonaws.com/{Deployment}",
        ["aws", "region"] => Region,
        ["aws", _] => Account,
        _ => Cluster,
    };

    private static string Arn(string service, string resource, bool regional = true) =>
        AwsPartition.OfRegion(Region).Arn(service, regional ? Region : "", regional ? Account : "", resource);
}
