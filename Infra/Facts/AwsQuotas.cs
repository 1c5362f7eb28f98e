namespace Infra.Facts;

/// <summary>The quotas that a single stack can exceed. Quotas that only several stacks of an account can exceed together are left out.</summary>
internal static class AwsQuotas
{
    private const string Alb = "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html";
    private const string Nlb = "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-limits.html";
    private const string EcsService = "https://docs.aws.amazon.com/general/latest/gr/ecs-service.html";
    private const string Vpc = "https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html";
    private const string Scaling = "https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-quotas.html";

    public static AwsQuota TargetGroupsOfService { get; } = new(5, "a service", EcsService);

    public static AwsQuota TargetGroupsOfLoadBalancer { get; } = new(100, "a load balancer", Alb);

    public static AwsQuota RulesOfLoadBalancer { get; } = new(100, "a load balancer", Alb) { QuotaName = "Rules per Application Load Balancer" };

    public static AwsQuota WildcardsOfListenerRule { get; } = new(6, "a listener rule", Alb);

    public static AwsQuota ListenersOfNetworkLoadBalancer { get; } = new(50, "a network load balancer", Nlb);

    public static AwsQuota TargetsOfTargetGroup { get; } = new(1000, "a target group", Alb) { QuotaName = "Targets per Target Group per Region" };

    public static AwsQuota NamesOfCertificate { get; } = new(10, "a certificate", "https://docs.aws.amazon.com/acm/latest/userguide/acm-limits.html")
    {
        QuotaName = "Domain names per ACM certificate",
        Maximum = 100,
    };

    public static AwsQuota CallbacksOfUserPoolClient { get; } =
        new(100, "an app client", "https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html");

    /// <summary>The maximum is that of a network interface with one group: all its groups together can have 1,000 rules.</summary>
    public static AwsQuota RulesOfSecurityGroup { get; } = new(60, "a security group, each way and address family", Vpc)
    {
        QuotaName = "Inbound or outbound rules per security group",
        Maximum = 1000,
    };

    public static AwsQuota InterfaceEndpointsOfVpc { get; } = new(50, "a VPC", Vpc) { QuotaName = "Interface VPC endpoints per VPC" };

    /// <summary>https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html</summary>
    public static AwsQuota SubnetsOfTasks { get; } = new(16, "the tasks of a service or job", EcsService);

    public static AwsQuota SubnetsOfDatabase { get; } =
        new(20, "a database", "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html");

    public static AwsQuota CapacityProvidersOfCluster { get; } = new(20, "a cluster", EcsService);

    public static AwsQuota TasksWithDiscovery { get; } = new(1000, "a service with a discoveryName", EcsService);

    public static AwsQuota PoliciesOfScaling { get; } = new(50, "a service", Scaling);

    public static AwsQuota SchedulesOfScaling { get; } = new(200, "a service", Scaling);

    public static AwsQuota LengthOfEventPattern { get; } =
        new(2048, "an event pattern", "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html")
        {
            QuotaName = "Event pattern size",
            Maximum = 4096,
        };

    public static AwsQuota EventRules { get; } = new(300, "an event bus", "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html")
    {
        QuotaName = "Rules per event bus",
    };

    /// <summary>All inline policies of a role together, without white space.</summary>
    public static AwsQuota CharactersOfRolePolicy { get; } =
        new(10_240, "the policies of a role", "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html");

    public static AwsQuota BytesOfTaskDefinition { get; } = new(65_536, "a task definition", EcsService);

    public static AwsQuota MetricsOfGraph { get; } =
        new(500, "a graph of a dashboard", "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_limits.html");
}
