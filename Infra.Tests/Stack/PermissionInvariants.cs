using System.Text.Json.Nodes;
using Infra.Tests.Support;

namespace Infra.Tests.Stack;

/// <summary>The permissions of a stack's roles.</summary>
public class PermissionInvariants
{
    // Those that AWS documents to know no resources.
    private static readonly string[] WithoutResources =
    [
        "ecr:GetAuthorizationToken",
        "ecs:ListServices",
        "ecs:ListTasks",
        "elasticloadbalancing:DescribeListeners",
        "elasticloadbalancing:DescribeRules",
        "elasticloadbalancing:DescribeTargetGroups",
        "elasticloadbalancing:DescribeTargetHealth",
        "logs:DescribeLogGroups",
        "ssm:UpdateInstanceInformation",
        "ssmmessages:CreateControlChannel",
        "ssmmessages:CreateDataChannel",
        "ssmmessages:OpenControlChannel",
        "ssmmessages:OpenDataChannel",
    ];

    // EC2 is not documented to say for whom it asks.

    [Theory]
    [EveryStack]
    public async Task Policy_Allow_NamesActionsAndNeverAllOfAService(string stack) => ResourceAssert.Every(
        [.. (await Allowed(stack)).SelectMany(statement => Texts(statement["Action"]))],
        action => Assert.Matches("^[a-z0-9-]+:[A-Z][A-Za-z]+\\*?$", action));

    [Theory]
    [EveryStack]
    public async Task Policy_OnEverything_IsForWhatKnowsNoResourcesOrIsConfigured(string stack)
    {
        var configured = KnownStacks.Config(stack).AllTasks
            .SelectMany(task => task.Task.Permissions)
            .Where(permission => permission.Resources.Contains("*"))
            .SelectMany(permission => permission.Actions);
        var onEverything = (await Allowed(stack))
            .Where(statement => Texts(statement["Resource"]).Contains("*"))
            .SelectMany(statement => Texts(statement["Action"]))
            .ToList();

        Assert.Superset(onEverything.ToHashSet(), configured.Concat(WithoutResources).ToHashSet());
        Assert.Equal(configured.Order(), onEverything.Except(WithoutResources).Order());
    }

    [Fact]
    public async Task Policy_OfTheExecutionRole_ReadsExactlyTheSecretsOfTheTask()
    {
        var statements = (await KnownStacks.Run("storage")).Find<AwsIam.RolePolicy>("shop-task-execution").Json("policy")["Statement"]!.AsArray();

        Assert.Equal(
            [
                "arn:Secret:shop-database",
                "arn:Secret:shop-task-secrets-GENERATED",
                "arn:Secret:shop-task-secrets-STORED",
                "arn:aws:secretsmanager:eu-central-1:123456789012:secret:shop-AbCdEf",
            ],
            Texts(statements.Single(statement => Texts(statement!["Action"]).Contains("secretsmanager:GetSecretValue"))!["Resource"]));
        Assert.Equal(
            ["arn:aws:ssm:eu-central-1:123456789012:parameter/shop/parameter"],
            Texts(statements.Single(statement => Texts(statement!["Action"]).Contains("ssm:GetParameters"))!["Resource"]));
    }

    [Fact]
    public async Task ManagedPolicies_AreThoseThatFollowWhatAServiceNeeds()
    {
        var attached = (await KnownStacks.Each<AwsIam.RolePolicyAttachment>())
            .Select(attachment => (string)attachment.Resource["policyArn"]!)
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup",
                "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForRestores",
                "arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role",
            ],
            attached);
    }

    // https://docs.aws.amazon.com/prescriptive-guidance/latest/encryption-best-practices/encryption-in-transit.html
    [Fact]
    public async Task ResourcePolicy_OfEveryBucketQueueTopicAndFileSystem_RefusesEveryoneWithoutTls()
    {
        var buckets = await RefusalsOf<S3.Bucket, S3.BucketPolicy>("s3:*");
        var queues = await RefusalsOf<Sqs.Queue, Sqs.QueuePolicy>("sqs:*");
        var topics = await RefusalsOf<Sns.Topic, Sns.TopicPolicy>("sns:Publish");
        var fileSystems = await RefusalsOf<Efs.FileSystem, Efs.FileSystemPolicy>("elasticfilesystem:*");

        Assert.Equal((9, 10, 3, 5), (buckets, queues, topics, fileSystems));
    }

    [Fact]
    public async Task ResourcePolicy_Allow_IsForTheServicesThatMust()
    {
        var grants = (await KnownStacks.Each<S3.BucketPolicy>())
            .Concat(await KnownStacks.Each<Sqs.QueuePolicy>())
            .Concat(await KnownStacks.Each<Sns.TopicPolicy>())
            .Concat(await KnownStacks.Each<Efs.FileSystemPolicy>())
            .SelectMany(policy => policy.Resource.Json("policy")["Statement"]!.AsArray())
            .Where(statement => (string?)statement!["Effect"] == "Allow")
            .Select(statement => $"{Texts(statement!["Action"]).Single()} by {statement["Principal"]!.AsObject().Single().Value} {Narrowing(statement)}")
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "s3:PutObject by arn:aws:iam::054676820928:root within AWSLogs/123456789012/*",
                "sns:Publish by cloudwatch.amazonaws.com where aws:SourceAccount",
                "sns:Publish by events.amazonaws.com ", // of which EventBridge allows no narrowing
                "sqs:SendMessage by events.amazonaws.com where aws:SourceArn",
            ],
            grants);
    }

    // Whether AWS's page on the role has a condition on the account: where it has none, the service may not name it, and then the role
    // could never be assumed.
    private static readonly Dictionary<string, bool> TrustAsPublished = new()
    {
        // https://docs.aws.amazon.com/aws-backup/latest/devguide/iam-service-roles.html
        ["backup.amazonaws.com"] = false,
        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html
        ["ec2.amazonaws.com"] = false,
        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AmazonECSInfrastructureRolePolicyForLoadBalancers.html
        ["ecs.amazonaws.com"] = false,
        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
        ["ecs-tasks.amazonaws.com to start"] = false,
        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
        ["ecs-tasks.amazonaws.com"] = true,
        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/CWE_IAM_role.html
        ["events.amazonaws.com"] = false,
        // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-permissions.html
        ["pipes.amazonaws.com"] = true,
        // https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
        ["scheduler.amazonaws.com"] = true,
        // https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
        ["vpc-flow-logs.amazonaws.com"] = true,
    };

    [Fact]
    public async Task Role_Trust_IsWhatAwsPublishesForIt()
    {
        var found = new HashSet<string>();
        foreach (var stack in KnownStacks.Names)
        {
            ResourceAssert.Every((await KnownStacks.Run(stack)).All<AwsIam.Role>(), role =>
            {
                var statement = Assert.Single(role.Json("assumeRolePolicy")["Statement"]!.AsArray())!;
                var service = (string)statement["Principal"]!["Service"]! + (role.Name.EndsWith("-execution", StringComparison.Ordinal) ? " to start" : "");
                found.Add(service);
                Assert.Equal(
                    TrustAsPublished[service] ? MockedProvider.AccountId : null,
                    (string?)statement["Condition"]?["StringEquals"]!["aws:SourceAccount"]);
            });
        }

        Assert.Equal(TrustAsPublished.Keys.Order(), found.Order());
    }

    // A role is there before its policies are, and loses them first: who is given it must wait for them too.
    [Fact]
    public async Task Role_GivenToAResource_HasItsPoliciesByThen()
    {
        var consumers = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var stack in KnownStacks.Names)
        {
            var run = await KnownStacks.Run(stack);
            var roles = run.All<AwsIam.Role>().ToDictionary(role => $"arn:Role:{role.Name}");
            foreach (var resource in run.Resources.Where(resource => !resource.IsComponent))
            {
                var given = resource.Texts().Where(text => roles.ContainsKey(text.Text)).Select(text => roles[text.Text].Parent!).ToList();
                if (given.Count > 0)
                {
                    consumers.Add(resource.Resource.GetType().Name);
                    Assert.Superset(given.ToHashSet(), (await resource.DependsOn()).ToHashSet());
                }
            }
        }

        Assert.Equal(["EventTarget", "FlowLog", "Pipe", "Schedule", "Selection", "Service", "TaskDefinition"], consumers);
    }

    [Fact]
    public async Task Role_PermissionsBoundary_LimitsEveryOne() => ResourceAssert.Every(
        (await KnownStacks.Run("storage")).All<AwsIam.Role>(),
        role => Assert.Equal("arn:aws:iam::123456789012:policy/boundary", role["permissionsBoundary"]));

    private static string Narrowing(JsonNode statement) =>
        statement["Condition"] is { } condition ? $"where {condition.AsObject().Single().Value!.AsObject().Single().Key}"
        : Texts(statement["Resource"]).Single() is var resource && resource.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? $"within {resource[(slash + 1)..]}"
        : "";

    private static async Task<int> RefusalsOf<TResource, TPolicy>(string action)
        where TResource : Pulumi.Resource
        where TPolicy : Pulumi.Resource
    {
        var resources = await KnownStacks.Each<TResource>();
        foreach (var (stack, resource) in resources)
        {
            var statements = (await KnownStacks.Run(stack)).Find<TPolicy>(resource.Name).Json("policy")["Statement"]!.AsArray();
            Assert.True(statements.Any(statement => RefusesPlain(statement!, action)), $"{stack}: {resource}");
        }

        return resources.Count;
    }

    private static bool RefusesPlain(JsonNode statement, string action) =>
        (string?)statement["Effect"] == "Deny"
        && statement["Principal"] is JsonValue everyone && (string?)everyone == "*"
        && Texts(statement["Action"]).SequenceEqual([action])
        && (string?)statement["Condition"]?["Bool"]?["aws:SecureTransport"] == "false";

    // What is attached to a role or a bucket; a role's trust is a matter of its own.
    private static async Task<IReadOnlyList<JsonNode>> Allowed(string stack)
    {
        var run = await KnownStacks.Run(stack);
        return
        [
            .. run.All<AwsIam.RolePolicy>().Concat(run.All<S3.BucketPolicy>())
                .SelectMany(policy => policy.Json("policy")["Statement"]!.AsArray())
                .Where(statement => (string?)statement!["Effect"] == "Allow")!,
        ];
    }

    private static IEnumerable<string> Texts(JsonNode? list) => list!.AsArray().Select(item => (string)item!);
}
