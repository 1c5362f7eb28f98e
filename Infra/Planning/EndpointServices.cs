namespace Infra.Planning;

/// <summary>The AWS services that a VPC can reach without the internet.</summary>
internal static class EndpointServices
{
    /// <summary>The full name of an endpoint service, such as com.amazonaws.eu-central-1.s3.
    /// https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html</summary>
    public static string Name(string region, string service) => $"com.amazonaws.{region}.{service}";

    /// <summary>What an EC2 instance without any internet access needs to join a cluster.
    /// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html</summary>
    public static IReadOnlyList<string> NeededByInstances { get; } = ["ecs", "ecs-agent", "ecs-telemetry"];

    /// <summary>
    /// What a task without any internet access needs to start at all: its image from ECR, its log, its secrets.
    /// https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html
    /// </summary>
    public static IReadOnlyList<string> NeededToStart(bool usesSecretsManager, bool usesParameters, bool usesExec) =>
    [
        "ecr.api",
        "ecr.dkr",
        "logs",
        .. usesSecretsManager ? ["secretsmanager"] : (string[])[],
        .. usesParameters ? ["ssm"] : (string[])[],
        .. usesExec ? ["ssmmessages"] : (string[])[],
    ];
}
