namespace Infra.Networking;

/// <summary>Names of the AWS services that a VPC reaches through endpoints.</summary>
internal static class EndpointServices
{
    private const string DefaultPrefix = "com.amazonaws";

    /// <summary>Needed by tasks that use queues.</summary>
    public const string Queues = "sqs";

    /// <summary>Needed by tasks that list the other tasks of the cluster.</summary>
    public const string Tasks = "ecs";

    /// <summary>The full name of an interface endpoint service, such as com.amazonaws.eu-central-1.ecr.api.
    /// https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html</summary>
    public static string InterfaceName(string region, string service) =>
        $"{(EndpointPrefixes.Find(region, service) ?? DefaultPrefix)}.{region}.{service}";

    /// <summary>The full name of a gateway endpoint service; its prefix is the same in every partition.
    /// https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html</summary>
    public static string GatewayName(string region, string service) => $"{DefaultPrefix}.{region}.{service}";

    /// <summary>Endpoints that an EC2 instance without internet access needs to join a cluster.
    /// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html</summary>
    public static IReadOnlyList<string> NeededByInstances { get; } = ["ecs", "ecs-agent", "ecs-telemetry"];

    /// <summary>
    /// Endpoints that a task without internet access needs to start: for its image in ECR, its log and its secrets.
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
