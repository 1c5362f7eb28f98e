using Infra.Queueing;

namespace Infra.Networking;

/// <summary>The AWS services that a VPC can reach without the internet.</summary>
internal static class EndpointServices
{
    private const string UsualPrefix = "com.amazonaws";

    /// <summary>What a task needs to use queues.</summary>
    public const string Queues = "sqs";

    /// <summary>What a task needs to ask for the other tasks of the cluster.</summary>
    public const string Tasks = "ecs";

    /// <summary>The full name of a service behind interfaces of the VPC, such as com.amazonaws.eu-central-1.ecr.api.
    /// https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html</summary>
    public static string Interface(string region, string service) =>
        $"{(EndpointPrefixes.Find(region, service) ?? UsualPrefix)}.{region}.{service}";

    /// <summary>The full name of a service behind a route of the VPC, which begins alike in every partition.
    /// https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html</summary>
    public static string Gateway(string region, string service) => $"{UsualPrefix}.{region}.{service}";

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
