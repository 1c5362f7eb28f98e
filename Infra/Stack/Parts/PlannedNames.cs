namespace Infra.Stack.Parts;

/// <summary>
/// Names and ARNs as long as those that the stack will have. Before a deployment the characters that AWS and Pulumi choose are unknown, but
/// their number is not, and limits on policies and task definitions count characters.
/// </summary>
/// <param name="Application">The name of the application.</param>
internal sealed record PlannedNames(string Application)
{
    /// <summary>A region whose name is as long as most.</summary>
    public const string Region = "eu-central-1";

    public const string Account = "123456789012";

    private const string RandomSuffix = "-0123456";
    private const int MaxDeploymentLength = 51;

    public string Deployment { get; } = new('x', MaxDeploymentLength);

    public string Cluster => Arn("ecs", $"cluster/{Deployment}");

    public string EveryTask => Arn("ecs", $"task/{Deployment}/*");

    public string LogGroup => Arn("logs", $"log-group:/ecs/{Deployment}/service-{new string('x', 20)}");

    /// <summary>The physical name that Pulumi makes of a logical one.</summary>
    public string Physical(string part, AwsName? rule = null) => $"{rule?.Fit(Logical(part)) ?? Logical(part)}{RandomSuffix}";

    /// <summary>The ARN of a secret that the stack stores; Secrets Manager adds six characters.</summary>
    public string Secret(string part) => Arn("secretsmanager", $"secret:{Physical(part)}-AbCdEf");

    public static string Arn(string service, string resource) => AwsPartition.OfRegion(Region).Arn(service, Region, Account, resource);

    /// <summary>The ARN of a resource that belongs to no region, such as a bucket.</summary>
    public static string GlobalArn(string service, string resource) => AwsPartition.OfRegion(Region).Arn(service, "", "", resource);

    private string Logical(string part) => $"{Application}-{part}";
}
