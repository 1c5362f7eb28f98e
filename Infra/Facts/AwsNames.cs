namespace Infra.Facts;

/// <summary>
/// The types whose resources the program or Pulumi names. Lengths and characters follow the service's API reference or the validation of
/// the Terraform provider (5.100, measured 2026-11), whichever is stricter.
/// </summary>
internal static class AwsNames
{
    private const string Dashes = "A-Za-z0-9-";
    private const string DashesUnderscores = "A-Za-z0-9_-";
    private const string DashesUnderscoresDots = "A-Za-z0-9._-";
    private const string IamCharacters = @"\w+=,.@-";
    private const string Printable = @"\x20-\x7e";
    private const string LeadingOrTrailingDash = "^-|-$";
    private const string InvalidForRds = "^[^A-Za-z]|--|-$";

    private const string Elb = "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/";
    private const string Iam = "https://docs.aws.amazon.com/IAM/latest/APIReference/";
    private const string EcsReference = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/";
    private const string Rds = "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/";
    private const string EventBridge = "https://docs.aws.amazon.com/eventbridge/latest/APIReference/";
    private const string Monitoring = "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/";
    private const string Scaling = "https://docs.aws.amazon.com/autoscaling/application/APIReference/";
    private const string CognitoReference = "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/";
    private const string CloudMap = "https://docs.aws.amazon.com/cloud-map/latest/api/";

    public static AwsName LoadBalancer { get; } = new(
        "aws:lb/loadBalancer:LoadBalancer", "name", 32, Dashes, NameScope.Region, Elb + "API_CreateLoadBalancer.html")
    {
        ReservedPrefixes = ["internal-"],
        Forbidden = LeadingOrTrailingDash,
    };

    public static AwsName TargetGroup { get; } = new(
        "aws:lb/targetGroup:TargetGroup", "name", 32, Dashes, NameScope.Region, Elb + "API_CreateTargetGroup.html")
    { Forbidden = LeadingOrTrailingDash };

    public static AwsName SecurityGroup { get; } = new(
        "aws:ec2/securityGroup:SecurityGroup",
        "name",
        255,
        @"A-Za-z0-9 ._:/()#,@\[\]+=&;{}!$*-",
        NameScope.Owner,
        "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html")
    { ReservedPrefixes = ["sg-"] };

    public static AwsName Role { get; } = new("aws:iam/role:Role", "name", 64, IamCharacters, NameScope.Account, Iam + "API_CreateRole.html")
    {
        IgnoresCase = true,
    };

    public static AwsName EventRule { get; } = new(
        "aws:cloudwatch/eventRule:EventRule", "name", 64, DashesUnderscoresDots, NameScope.Region, EventBridge + "API_PutRule.html");

    public static AwsName EventTarget { get; } = new(
        "aws:cloudwatch/eventTarget:EventTarget", "targetId", 64, DashesUnderscoresDots, NameScope.Owner, EventBridge + "API_Target.html");

    public static AwsName Schedule { get; } = new(
        "aws:scheduler/schedule:Schedule",
        "name",
        64,
        DashesUnderscoresDots,
        NameScope.Region,
        "https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html");

    public static AwsName Pipe { get; } = new(
        "aws:pipes/pipe:Pipe",
        "name",
        64,
        DashesUnderscoresDots,
        NameScope.Region,
        "https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/API_CreatePipe.html");

    // S3 also reserves suffixes, but the names that Pulumi derives end in hexadecimal digits.
    public static AwsName Bucket { get; } = new(
        "aws:s3/bucket:Bucket",
        "bucket",
        63,
        "a-z0-9.-",
        NameScope.Global,
        "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html")
    {
        MinLength = 3,
        ReservedPrefixes = ["xn--", "sthree-", "amzn-s3-demo-"],
        Forbidden = @"^[.-]|[.-]$|\.\.",
        IgnoresCase = true,
    };

    public static AwsName FileSystem { get; } = new(
        "aws:efs/fileSystem:FileSystem", "creationToken", 64, Printable, NameScope.Region, "https://docs.aws.amazon.com/efs/latest/ug/API_CreateFileSystem.html");

    public static AwsName BackupVault { get; } = new(
        "aws:backup/vault:Vault",
        "name",
        50,
        DashesUnderscores,
        NameScope.Region,
        "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupVault.html")
    { MinLength = 2 };

    public static IReadOnlyList<AwsName> All { get; } =
    [
        LoadBalancer,
        TargetGroup,
        SecurityGroup,
        Role,
        EventRule,
        EventTarget,
        Schedule,
        Pipe,
        Bucket,
        FileSystem,
        BackupVault,
        new("aws:iam/rolePolicy:RolePolicy", "name", 128, IamCharacters, NameScope.Owner, Iam + "API_PutRolePolicy.html"),
        new("aws:iam/instanceProfile:InstanceProfile", "name", 128, IamCharacters, NameScope.Account, Iam + "API_CreateInstanceProfile.html")
        {
            IgnoresCase = true,
        },
        new("aws:ecs/cluster:Cluster", "name", 255, DashesUnderscores, NameScope.Region, EcsReference + "API_CreateCluster.html"),
        new("aws:ecs/service:Service", "name", 255, DashesUnderscores, NameScope.Owner, EcsReference + "API_CreateService.html"),
        new("aws:ecs/taskDefinition:TaskDefinition", "family", 255, DashesUnderscores, NameScope.Region, EcsReference + "API_RegisterTaskDefinition.html"),
        new("aws:ecs/capacityProvider:CapacityProvider", "name", 255, DashesUnderscores, NameScope.Region, EcsReference + "API_CreateCapacityProvider.html")
        {
            ReservedPrefixes = ["aws", "ecs", "fargate"],
        },
        new(
            "aws:ecr/repository:Repository",
            "name",
            256,
            "a-z0-9._/-",
            NameScope.Region,
            "https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html")
        {
            MinLength = 2,
            // Letters and digits, with single separators between them.
            Forbidden = "^[^a-z0-9]|[^a-z0-9]$|[._/-]{2}",
        },
        // The API allows 63 lower-case characters; the provider checks neither.
        new("aws:rds/instance:Instance", "identifier", 63, "a-z0-9-", NameScope.Region, Rds + "API_CreateDBInstance.html")
        {
            Forbidden = InvalidForRds,
            IgnoresCase = true,
        },
        new("aws:rds/parameterGroup:ParameterGroup", "name", 255, "a-z0-9.-", NameScope.Region, Rds + "API_CreateDBParameterGroup.html")
        {
            ReservedPrefixes = ["default."],
            Forbidden = InvalidForRds,
        },
        new("aws:rds/subnetGroup:SubnetGroup", "name", 255, "a-z0-9._ -", NameScope.Region, Rds + "API_CreateDBSubnetGroup.html")
        {
            Forbidden = "^default\\z|^[^a-z]",
        },
        new("aws:cloudwatch/logGroup:LogGroup", "name", 512, ".\\-_/#A-Za-z0-9", NameScope.Region, "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html")
        {
            ReservedPrefixes = ["aws/"],
        },
        new("aws:cloudwatch/metricAlarm:MetricAlarm", "name", 255, Printable, NameScope.Region, Monitoring + "API_PutMetricAlarm.html"),
        new("aws:cloudwatch/dashboard:Dashboard", "dashboardName", 255, DashesUnderscores, NameScope.Account, Monitoring + "API_PutDashboard.html"),
        new(
            "aws:sqs/queue:Queue",
            "name",
            80,
            DashesUnderscoresDots,
            NameScope.Region,
            "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html")
        {
            MaxSuffixLength = ".fifo".Length,
            // Only FIFO queues have a dot.
            Forbidden = @"\.(?!fifo\z)",
        },
        // AWS allows 256, but Pulumi derives at most 80.
        new("aws:sns/topic:Topic", "name", 80, DashesUnderscores, NameScope.Region, "https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html"),
        new(
            "aws:secretsmanager/secret:Secret",
            "name",
            512,
            "A-Za-z0-9/_+=.@-",
            NameScope.Region,
            "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html")
        {
            // Secrets Manager mistakes such a suffix for the six characters that it appends to ARNs. Pulumi's suffix has seven.
            Forbidden = @"-[A-Za-z0-9]{6}\z",
        },
        new("aws:backup/plan:Plan", "name", 50, DashesUnderscoresDots, NameScope.Region, "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupPlanInput.html"),
        new("aws:backup/selection:Selection", "name", 50, DashesUnderscoresDots, NameScope.Owner, "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupSelection.html"),
        new("aws:wafv2/webAcl:WebAcl", "name", 128, DashesUnderscores, NameScope.Region, "https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateWebACL.html"),
        new("aws:autoscaling/group:Group", "name", 255, Printable, NameScope.Region, "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateAutoScalingGroup.html")
        {
            Forbidden = ":",
        },
        new("aws:autoscaling/policy:Policy", "name", 255, Printable, NameScope.Owner, "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_PutScalingPolicy.html"),
        new("aws:ec2/launchTemplate:LaunchTemplate", "name", 125, @"A-Za-z0-9()./_-", NameScope.Region, "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateLaunchTemplate.html")
        {
            MinLength = 3,
        },
        new("aws:appautoscaling/policy:Policy", "name", 255, Printable, NameScope.Owner, Scaling + "API_PutScalingPolicy.html"),
        new("aws:appautoscaling/scheduledAction:ScheduledAction", "name", 256, Printable, NameScope.Owner, Scaling + "API_PutScheduledAction.html")
        {
            Forbidden = "[:/|]|^ | $",
        },
        new("aws:cognito/userPool:UserPool", "name", 128, @"\w \p{S}+=,.@-", NameScope.Owner, CognitoReference + "API_CreateUserPool.html"),
        new("aws:cognito/userPoolClient:UserPoolClient", "name", 128, @"\w \p{S}+=,.@-", NameScope.Owner, CognitoReference + "API_CreateUserPoolClient.html"),
        // Set by the operator.
        new("aws:cognito/userPoolDomain:UserPoolDomain", "domain", 63, "a-z0-9-", NameScope.Global, CognitoReference + "API_CreateUserPoolDomain.html")
        {
            Forbidden = $"{LeadingOrTrailingDash}|aws|amazon|cognito",
        },
        new("aws:servicediscovery/service:Service", "name", 127, "A-Za-z0-9._-", NameScope.Owner, CloudMap + "API_CreateService.html") { IgnoresCase = true },
        new("aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace", "name", 253, "A-Za-z0-9._-", NameScope.Region, CloudMap + "API_CreatePrivateDnsNamespace.html")
        {
            IgnoresCase = true,
        },
    ];
}
