using Infra.Tests.Support;

namespace Infra.Tests.Stack;

/// <summary>Every name that the program gives, or has Pulumi make, is one that AWS takes.</summary>
public class NameTableTests
{
    // Pulumi adds a dash and seven hexadecimal digits to a logical name, and lowers the case of a bucket's.
    private const string RandomEnd = "-0a1b2c3";

    // Those that AWS names itself or that have no name, and records, whose names are those of the operator's domain.
    private static readonly HashSet<string> Nameless =
    [
        "aws:acm/certificate:Certificate",
        "aws:acm/certificateValidation:CertificateValidation",
        "aws:appautoscaling/target:Target",
        "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
        "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway",
        "aws:ec2/flowLog:FlowLog",
        "aws:ec2/route:Route",
        "aws:ec2/routeTable:RouteTable",
        "aws:ec2/routeTableAssociation:RouteTableAssociation",
        "aws:ec2/subnet:Subnet",
        "aws:ec2/vpcEndpoint:VpcEndpoint",
        "aws:ecr/lifecyclePolicy:LifecyclePolicy",
        "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders",
        "aws:efs/accessPoint:AccessPoint",
        "aws:efs/backupPolicy:BackupPolicy",
        "aws:efs/fileSystemPolicy:FileSystemPolicy",
        "aws:efs/mountTarget:MountTarget",
        "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        "aws:lb/listener:Listener",
        "aws:lb/listenerRule:ListenerRule",
        "aws:route53/record:Record",
        "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
        "aws:s3/bucketNotification:BucketNotification",
        "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
        "aws:s3/bucketPolicy:BucketPolicy",
        "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
        "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
        "aws:s3/bucketVersioning:BucketVersioning",
        "aws:secretsmanager/secretVersion:SecretVersion",
        "aws:sns/topicPolicy:TopicPolicy",
        "aws:sns/topicSubscription:TopicSubscription",
        "aws:sqs/queuePolicy:QueuePolicy",
        "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy",
        "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
        "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
        "aws:wafv2/webAclAssociation:WebAclAssociation",
        "awsx:ec2:Vpc",
        "random:index/randomId:RandomId",
        "random:index/randomPassword:RandomPassword",
    ];

    [Theory]
    [EveryStack]
    public async Task Name_OfAKnownStack_IsOneThatAwsTakes(string stack) => AssertNames(await KnownStacks.Run(stack));

    // The longest names an operator may choose, and those that AWS keeps for itself.
    [Theory]
    [InlineData("a-name-of-20-letters", "the-longest-name-a-b", "production")]
    [InlineData("a-name-of-20-letters", "the-longest-name-a-b", "feature-customer-billing-overhaul-1")]
    [InlineData("a-name-of-20-letters", "the-longest-name-a-b", "..Feature__X--Y..")]
    [InlineData("internal", "x", "dev")]
    [InlineData("internal-app", "the-longest-name-a-b", "dev")]
    [InlineData("sg", "sg", "dev")]
    [InlineData("sthree", "x", "dev")]
    [InlineData("amzn-s3-demo", "x", "dev")]
    [InlineData("aws", "aws", "aws")]
    [InlineData("ecs", "ecs", "dev")]
    [InlineData("fargate", "fargate", "dev")]
    [InlineData("default", "default", "default")]
    public async Task Name_OfAnyStack_IsOneThatAwsTakes(string application, string name, string stack)
    {
        var run = await StackRun.Of(CrowdedConfigs.Of(application, [name, "a2345678901234567890"[..20]]), stack: stack);
        // A cache has either nodes or is serverless.
        var serverless = await StackRun.Of(TestConfigs.With(("name", application), ("cache", Blocks.ServerlessCache)), stack: stack);

        Assert.Equal(Rows.Keys.Order(), AssertNames(run).Union(AssertNames(serverless)).Order());
        Assert.All(run.Resources.Where(resource => resource["tags.Name"] is not null), resource => Assert.InRange(((string)resource["tags.Name"]!).Length, 3, 256));
    }

    private static Dictionary<string, AwsName> Rows { get; } =
        AwsNames.All.Concat(TestConfigs.Minimal.Parts.SelectMany(part => part.PhysicalNames)).ToDictionary(row => row.Type);

    private static IEnumerable<string> AssertNames(StackRun run)
    {
        var named = run.Resources.Where(resource => !resource.IsComponent && !Nameless.Contains(resource.Type)).ToList();
        Assert.All(named, resource =>
        {
            Assert.True(Rows.TryGetValue(resource.Type, out var row), $"{resource.Type} is not in the table of names");
            var name = NameOf(resource, row);
            Assert.True(row.Allows(name), $"{resource.Type} {row.Input} {name}");
        });

        Assert.NotEmpty(named);
        return named.Select(resource => resource.Type).Distinct();
    }

    private static string NameOf(RegisteredResource resource, AwsName row) =>
        (string?)resource[row.Input] ?? resource.Type switch
        {
            "aws:s3/bucket:Bucket" => resource.Name.ToLowerInvariant() + RandomEnd,
            "aws:sqs/queue:Queue" when resource["fifoQueue"] is true => $"{resource.Name}{RandomEnd}.fifo",
            _ => resource.Name + RandomEnd,
        };
}
