using Infra.Sandbox.Changes;
using Infra.Sandbox.Changes.Consequences;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Tests.Changes.Support;
using Infra.Sandbox.Tests.Terraform.Support;

namespace Infra.Sandbox.Tests.Changes.Consequences;

/// <summary>The table of consequences, row by row.</summary>
public sealed class ConsequenceTests
{
    private const string Instance = "aws:rds/instance:Instance";
    private const string Balancer = "aws:lb/loadBalancer:LoadBalancer";
    private const string Service = "aws:ecs/service:Service";
    private const string Cache = "aws:elasticache/replicationGroup:ReplicationGroup";

    [Theory]
    [InlineData("instanceClass", "db.t4g.micro", "db.t4g.small", "applyImmediately", "Downtime: The database moves to a new host and restarts: 5 to 10 minutes without it.")]
    [InlineData("instanceClass", "db.t4g.micro", "db.t4g.small", "applyImmediately multiAz", "Interruption: The database fails over to its standby: open connections break, for 60 to 120 seconds as a rule.")]
    [InlineData("instanceClass", "db.t4g.micro", "db.t4g.small", "", "Pending: The class changes in the next maintenance window, with a restart or a failover.")]
    [InlineData("engineVersion", "17.2", "17.4", "applyImmediately", "Downtime: The minor upgrade restarts the database: a few minutes without it, also with a standby.")]
    [InlineData("engineVersion", "17.2", "17.4", "", "Pending: The upgrade waits for the next maintenance window, and stops the database then.")]
    [InlineData("engineVersion", "17.0", "18.0", "applyImmediately", "Downtime: The major upgrade stops the database, often for 10 minutes or more with a large catalog.\nIrreversible: RDS cannot go back to the old major version, only restore the snapshot from before the upgrade.")]
    [InlineData("engineVersion", "17.0", "18.0", "", "Irreversible: RDS cannot go back to the old major version, only restore the snapshot from before the upgrade.\nPending: The upgrade waits for the next maintenance window, and stops the database then.")]
    [InlineData("storageType", "gp2", "gp3", "", "Irreversible: There is no downtime. RDS optimizes the storage for hours, and accepts no other change of it for at least 6 hours.")]
    [InlineData("allocatedStorage", "20", "50", "", "Irreversible: There is no downtime. RDS cannot reduce storage again, and accepts no other change of it for at least 6 hours.")]
    [InlineData("backupRetentionPeriod", "0", "7", "", "Restart: The first backup starts at once, and I/O pauses for some seconds.")]
    [InlineData("backupRetentionPeriod", "7", "0", "", "DataLoss: RDS deletes all automated backups at once. There is no point-in-time recovery any more.")]
    [InlineData("backupRetentionPeriod", "30", "7", "", "Irreversible: RDS deletes the automated backups that are older than the new retention period.")]
    [InlineData("port", "5432", "5433", "", "Downtime: The database restarts at once on the new port, also without applyImmediately. Clients need the new port.")]
    [InlineData("password", "a", "b", "", "Interruption: The new password is valid at once. Running tasks keep the old one until they are replaced, and cannot open new connections.")]
    [InlineData("identifier", "a", "b", "", "Downtime: The database restarts under a new endpoint. Running tasks cannot reach the old one.")]
    [InlineData("dbSubnetGroupName", "a", "b", "", "Downtime: RDS moves the database to the VPC of the subnet group, and restarts it.")]
    [InlineData("caCertIdentifier", "a", "b", "applyImmediately", "Restart: Engines that cannot rotate the certificate while running restart. Clients must trust the new authority.")]
    [InlineData("publiclyAccessible", "false", "true", "", "Interruption: The endpoint resolves to another address. Connections through the old one break.")]
    [InlineData("parameterGroupName", "a", "b", "", "Pending: The new parameters apply after the next restart, which RDS does not do by itself.")]
    [InlineData("databaseInsightsMode", "standard", "advanced", "", "Cost: There is no downtime. Retention beyond 7 days is billed for each vCPU.")]
    [InlineData("multiAz", "false", "true", "", "Cost: RDS adds a standby without downtime; latency is higher while it copies the data, and the standby is billed like the database.")]
    [InlineData("multiAz", "true", "false", "", "Irreversible: RDS removes the standby without downtime. A failed host or Availability Zone now takes the database down.")]
    [InlineData("kmsKeyId", "a", "b", "skipFinalSnapshot", "DataLoss: RDS deletes the database and its automated backups without a final snapshot.\nDowntime: The new database is empty. It takes 5 to 15 minutes to create, and nothing copies the data into it.")]
    [InlineData("username", "a", "b", "", "DataLoss: RDS deletes the database and its automated backups. The data is only in the final snapshot.\nDowntime: The new database is empty. It takes 5 to 15 minutes to create, and nothing copies the data into it.")]
    public void Database(string input, string old, string @new, string flags, string expected) =>
        Assert.Equal(expected, Effects(Change(Instance, input, old, @new, flags)));

    [Fact]
    public void PendingChange_NamesTheMaintenanceWindow()
    {
        var database = Graphs.Resource(Instance, "shop", ("instanceClass", "a"), ("maintenanceWindow", "sun:03:00-sun:04:00"));

        Assert.Equal(
            "Pending: The class changes in the next maintenance window (sun:03:00-sun:04:00 UTC), with a restart or a failover.",
            Effects(TwoGraphs.Plan(database, database.With(("instanceClass", "b")))));
    }

    [Theory]
    [InlineData("aws:ec2/vpc:Vpc", "", "Downtime: The VPC is deleted, and so is everything in it.")]
    [InlineData("aws:sqs/queue:Queue", "", "DataLoss: SQS deletes the queue with the messages in it.")]
    [InlineData("aws:efs/fileSystem:FileSystem", "", "DataLoss: EFS deletes the file system with all files.")]
    [InlineData("aws:cloudwatch/logGroup:LogGroup", "", "DataLoss: CloudWatch Logs deletes the log group with all events in it.")]
    [InlineData("aws:cognito/userPool:UserPool", "", "DataLoss: Cognito deletes the user pool with all users and their passwords.")]
    [InlineData("aws:s3/bucket:Bucket", "forceDestroy", "DataLoss: All objects and their versions are deleted with the bucket.")]
    [InlineData("aws:backup/vault:Vault", "forceDestroy", "DataLoss: All recovery points in the vault are deleted.")]
    [InlineData(Cache, "", "DataLoss: ElastiCache deletes all nodes with everything in them.")]
    [InlineData(Balancer, "", "Downtime: The load balancer and its DNS name are deleted.")]
    [InlineData(Service, "", "Downtime: ECS stops all tasks of the service.")]
    [InlineData("aws:lb/listener:Listener", "", "Downtime: The port no longer answers.")]
    [InlineData("aws:ec2/natGateway:NatGateway", "", "Interruption: Connections through the NAT gateway break.")]
    [InlineData("aws:ec2/route:Route", "", "Interruption: Traffic to the destination has no route.")]
    [InlineData("aws:autoscaling/group:Group", "forceDelete", "Downtime: All instances of the group are terminated with the tasks on them.")]
    public void ImportantDeletion_HasItsSentence(string type, string flag, string expected)
    {
        var resource = Graphs.Resource(type, "shop");

        Assert.Equal(expected, Effects(TwoGraphs.Plan([flag.Length == 0 ? resource : resource.With((flag, true))], [])));
    }

    [Theory]
    [InlineData("pending-reboot", "Pending: The static parameters apply after the next restart, which RDS does not do by itself.")]
    [InlineData("immediate", "Interruption: Dynamic parameters apply at once: with rds.force_ssl, new connections without TLS fail.")]
    public void DatabaseParameters(string method, string expected)
    {
        var group = Graphs.Resource("aws:rds/parameterGroup:ParameterGroup", "shop");

        Assert.Equal(expected, Effects(TwoGraphs.Plan(group, group.With(("parameters", Graphs.List(Graphs.Map(("name", "p"), ("applyMethod", method))))))));
    }

    [Theory]
    [InlineData("nodeType", "a", "b", "applyImmediately", "Interruption")]
    [InlineData("nodeType", "a", "b", "", "Pending")]
    [InlineData("engineVersion", "7.1", "8.0", "applyImmediately", "Interruption")]
    [InlineData("engineVersion", "7.1", "8.0", "", "Pending")]
    [InlineData("authToken", "a", "b", "", "Interruption")]
    [InlineData("numCacheClusters", "3", "2", "", "Interruption")]
    [InlineData("parameterGroupName", "a", "b", "", "Pending")]
    [InlineData("subnetGroupName", "a", "b", "", "DataLoss Downtime")]
    public void ReplicationGroup(string input, string old, string @new, string flags, string expected) =>
        Assert.Equal(expected, Kinds(Change(Cache, input, old, @new, flags)));

    [Theory]
    [InlineData("internal", "false", "true", "Downtime Cost")]
    [InlineData("ipAddressType", "ipv4", "dualstack", "Interruption")]
    [InlineData("idleTimeout", "60", "300", "")]
    public void LoadBalancer(string input, string old, string @new, string expected) => Assert.Equal(expected, Kinds(Change(Balancer, input, old, @new, "")));

    [Fact]
    public void LoadBalancer_LeavesAZone_InterruptsConnections()
    {
        var balancer = Graphs.Resource(Balancer, "shop", ("subnets", Graphs.List("a", "b")));

        Assert.Equal("Interruption", Kinds(TwoGraphs.Plan(balancer, balancer.With(("subnets", Graphs.List("a"))))));
        Assert.Equal("", Kinds(TwoGraphs.Plan(balancer, balancer.With(("subnets", Graphs.List("a", "b", "c"))))));
    }

    [Theory]
    [InlineData("aws:lb/targetGroup:TargetGroup", "port", "80", "81", "Interruption")]
    [InlineData("aws:lb/targetGroup:TargetGroup", "healthCheck", "a", "b", "Deployment")]
    [InlineData("aws:lb/listener:Listener", "port", "80", "81", "Downtime")]
    [InlineData("aws:lb/listener:Listener", "sslPolicy", "a", "b", "Interruption")]
    [InlineData("aws:ecs/cluster:Cluster", "name", "a", "b", "Downtime")]
    [InlineData("aws:ecs/taskDefinition:TaskDefinition", "cpu", "256", "512", "Irreversible")]
    [InlineData("aws:autoscaling/group:Group", "launchTemplate", "a", "b", "Restart")]
    [InlineData("aws:autoscaling/group:Group", "maxSize", "3", "2", "Interruption")]
    [InlineData("aws:efs/fileSystem:FileSystem", "kmsKeyId", "a", "b", "DataLoss")]
    [InlineData("aws:efs/fileSystem:FileSystem", "throughputMode", "bursting", "elastic", "")]
    [InlineData("aws:efs/fileSystem:FileSystem", "throughputMode", "bursting", "provisioned", "Irreversible")]
    [InlineData("aws:efs/mountTarget:MountTarget", "subnetId", "a", "b", "Interruption")]
    [InlineData("aws:efs/accessPoint:AccessPoint", "fileSystemId", "a", "b", "Interruption")]
    [InlineData("aws:ecr/lifecyclePolicy:LifecyclePolicy", "policy", "a", "b", "DataLoss")]
    [InlineData("aws:cloudwatch/logGroup:LogGroup", "name", "a", "b", "DataLoss")]
    [InlineData("aws:cloudwatch/logGroup:LogGroup", "retentionInDays", "30", "7", "DataLoss")]
    [InlineData("aws:cloudwatch/logGroup:LogGroup", "retentionInDays", "7", "30", "")]
    [InlineData("aws:s3/bucketVersioning:BucketVersioning", "versioningConfiguration", "a", "b", "Irreversible")]
    [InlineData("aws:sqs/queue:Queue", "name", "a", "b", "DataLoss")]
    [InlineData("aws:sqs/queue:Queue", "messageRetentionSeconds", "600", "60", "DataLoss")]
    [InlineData("aws:sns/topic:Topic", "name", "a", "b", "Interruption")]
    [InlineData("aws:scheduler/schedule:Schedule", "name", "a", "b", "Interruption")]
    [InlineData("aws:pipes/pipe:Pipe", "target", "a", "b", "Restart")]
    [InlineData("aws:cognito/userPool:UserPool", "usernameAttributes", "a", "b", "DataLoss")]
    [InlineData("aws:cognito/userPoolClient:UserPoolClient", "userPoolId", "a", "b", "Interruption")]
    [InlineData("aws:wafv2/webAcl:WebAcl", "ruleJson", "a", "b", "Interruption")]
    [InlineData("aws:acm/certificate:Certificate", "domainName", "a", "b", "Cost")]
    [InlineData("aws:ec2/vpc:Vpc", "cidrBlock", "a", "b", "Downtime")]
    [InlineData("aws:ec2/subnet:Subnet", "cidrBlock", "a", "b", "Interruption")]
    [InlineData("aws:ec2/natGateway:NatGateway", "subnetId", "a", "b", "Interruption")]
    [InlineData("aws:ec2/route:Route", "natGatewayId", "a", "b", "Interruption")]
    [InlineData("aws:ec2/routeTableAssociation:RouteTableAssociation", "subnetId", "a", "b", "Interruption")]
    [InlineData("aws:ec2/vpcEndpoint:VpcEndpoint", "serviceName", "a", "b", "Interruption")]
    [InlineData("aws:ec2/securityGroup:SecurityGroup", "description", "a", "b", "Interruption")]
    [InlineData("aws:iam/role:Role", "path", "a", "b", "Interruption")]
    public void ChangedInput(string type, string input, string old, string @new, string expected) => Assert.Equal(expected, Kinds(Change(type, input, old, @new, "")));

    [Theory]
    [InlineData(Instance, "skipFinalSnapshot", true, "DataLoss")]
    [InlineData(Balancer, "internal", true, "Downtime")]
    [InlineData(Service, "forceNewDeployment", true, "Downtime")]
    [InlineData(Cache, "applyImmediately", true, "DataLoss")]
    [InlineData("aws:elasticache/serverlessCache:ServerlessCache", "x", true, "DataLoss")]
    [InlineData("aws:s3/bucket:Bucket", "forceDestroy", true, "DataLoss")]
    [InlineData("aws:s3/bucketVersioning:BucketVersioning", "x", true, "Irreversible")]
    [InlineData("aws:ecr/repository:Repository", "forceDelete", true, "DataLoss")]
    [InlineData("aws:backup/vault:Vault", "forceDestroy", true, "DataLoss")]
    [InlineData("aws:backup/plan:Plan", "x", true, "Irreversible")]
    [InlineData("aws:kms/key:Key", "x", true, "Irreversible")]
    [InlineData("aws:appautoscaling/target:Target", "x", true, "Irreversible")]
    [InlineData("aws:autoscaling/group:Group", "forceDelete", true, "Downtime")]
    [InlineData("aws:ecs/capacityProvider:CapacityProvider", "x", true, "Interruption")]
    [InlineData("aws:servicediscovery/service:Service", "forceDestroy", true, "Interruption")]
    [InlineData("aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace", "x", true, "Interruption")]
    [InlineData("aws:lb/targetGroup:TargetGroup", "x", true, "Interruption")]
    [InlineData("aws:lb/listener:Listener", "x", true, "Downtime")]
    [InlineData("aws:lb/listenerRule:ListenerRule", "x", true, "Downtime")]
    [InlineData("aws:ec2/eip:Eip", "x", true, "Irreversible")]
    [InlineData("aws:ec2/route:Route", "x", true, "Interruption")]
    [InlineData("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "x", true, "Interruption")]
    [InlineData("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "x", true, "Interruption")]
    [InlineData("aws:cognito/userPoolDomain:UserPoolDomain", "x", true, "Downtime")]
    [InlineData("aws:wafv2/webAclAssociation:WebAclAssociation", "x", true, "Irreversible")]
    [InlineData("aws:acm/certificate:Certificate", "x", true, "Irreversible")]
    [InlineData("aws:route53/zone:Zone", "x", true, "Downtime")]
    [InlineData("aws:iam/rolePolicy:RolePolicy", "x", true, "Interruption")]
    public void Deleted(string type, string input, bool value, string expected) =>
        Assert.Equal(expected, Kinds(TwoGraphs.Plan([Graphs.Resource(type, "shop", (input, value))], [])));

    [Theory]
    [InlineData("aws:ec2/eip:Eip", "Cost")]
    [InlineData("aws:ec2/natGateway:NatGateway", "Cost")]
    [InlineData("aws:wafv2/webAclAssociation:WebAclAssociation", "Interruption")]
    [InlineData("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "DataLoss")]
    [InlineData("aws:ecr/lifecyclePolicy:LifecyclePolicy", "DataLoss")]
    [InlineData("aws:sqs/queue:Queue", "")]
    public void Created(string type, string expected) => Assert.Equal(expected, Kinds(TwoGraphs.Plan([], [Graphs.Resource(type, "shop")])));

    [Theory]
    [InlineData("taskDefinition", "a", "b", 100, "Deployment")]
    [InlineData("taskDefinition", "a", "b", 50, "Interruption")]
    [InlineData("propagateTags", "NONE", "SERVICE", 100, "Deployment")]
    [InlineData("desiredCount", "2", "1", 100, "Interruption")]
    [InlineData("desiredCount", "2", "0", 100, "Downtime")]
    [InlineData("healthCheckGracePeriodSeconds", "60", "90", 100, "")]
    [InlineData("name", "a", "b", 100, "Downtime")]
    public void EcsService(string input, string old, string @new, int minimumHealthy, string expected)
    {
        var service = Graphs.Resource(Service, "shop", ("deploymentMinimumHealthyPercent", minimumHealthy), (input, Value(old)));

        Assert.Equal(expected, Kinds(TwoGraphs.Plan(service, service.With((input, Value(@new))))));
    }

    [Fact]
    public void EcsService_ReplacedCreatingFirst_RunsTwice()
    {
        var service = Graphs.Resource(Service, "shop", ("launchType", "EC2")).With(new ResourceSettings { DeleteBeforeReplace = false });

        Assert.Equal("Cost: The tasks of both services run at the same time until the old service is deleted.", Effects(TwoGraphs.Plan(service, service.With(("launchType", "FARGATE")))));
    }

    [Fact]
    public void EcsService_WithForceNewDeployment_DeploysWithAnyChange()
    {
        var service = Graphs.Resource(Service, "shop", ("forceNewDeployment", true), ("healthCheckGracePeriodSeconds", 60));

        Assert.Equal("Deployment: forceNewDeployment starts new tasks with any change of the service.", Effects(TwoGraphs.Plan(service, service.With(("healthCheckGracePeriodSeconds", 90)))));
    }

    [Theory]
    [InlineData(0, "DataLoss: Secrets Manager deletes the secret at once, without a recovery window.")]
    [InlineData(30, "Pending: The secret can be restored until its recovery window ends. Until then its name is taken.")]
    public void Secret(int recoveryWindow, string expected) => Assert.Equal(
        expected, Effects(TwoGraphs.Plan([Graphs.Resource("aws:secretsmanager/secret:Secret", "shop", ("recoveryWindowInDays", recoveryWindow))], [])));

    [Fact]
    public void EmailSubscription_MustBeConfirmed() => Assert.Equal(
        "Pending: SNS delivers nothing until the recipient has confirmed the subscription.",
        Effects(TwoGraphs.Plan([], [Graphs.Resource("aws:sns/topicSubscription:TopicSubscription", "shop", ("protocol", "email"))])));

    [Fact]
    public void UserPoolDomain_DeletedFirst_StopsSignIn()
    {
        var domain = Graphs.Resource("aws:cognito/userPoolDomain:UserPoolDomain", "users", ("domain", "a")).With(new ResourceSettings { DeleteBeforeReplace = true });

        Assert.Equal("Downtime", Kinds(TwoGraphs.Plan(domain, domain.With(("domain", "b")))));
    }

    [Theory]
    [InlineData("A", "Downtime")]
    [InlineData("CNAME", "Downtime")]
    [InlineData("TXT", "")]
    public void Record_Deleted(string type, string expected) =>
        Assert.Equal(expected, Kinds(TwoGraphs.Plan([Graphs.Resource("aws:route53/record:Record", "shop", ("type", type))], [])));

    [Fact]
    public void Record_ChangedOrDeletedFirst_IsStaleForAMoment()
    {
        var record = Graphs.Resource("aws:route53/record:Record", "shop", ("type", "A"), ("records", Graphs.List("a")), ("name", "a"));

        Assert.Equal("Interruption", Kinds(TwoGraphs.Plan(record, record.With(("records", Graphs.List("b"))))));
        Assert.Equal("Interruption", Kinds(TwoGraphs.Plan(record, record.With(("name", "b")).With(new ResourceSettings { DeleteBeforeReplace = true }))));
    }

    [Fact]
    public void ContainerInsights_TurnedOn_Costs()
    {
        var cluster = Graphs.Resource("aws:ecs/cluster:Cluster", "shop", ("settings", Insights("disabled")));

        Assert.Equal("Cost", Kinds(TwoGraphs.Plan(cluster, cluster.With(("settings", Insights("enabled"))))));

        static PropertyValue.List Insights(string value) => Graphs.List(Graphs.Map(("name", "containerInsights"), ("value", value)));
    }

    [Fact]
    public void Rule_Moved_CutsNothing()
    {
        var rule = Graphs.Resource("aws:lb/listenerRule:ListenerRule", "old", ("listenerArn", "arn"), ("conditions", Graphs.List("/*")), ("priority", 1));

        Assert.Equal("", Kinds(TwoGraphs.Plan([rule], [rule.With(("priority", 2)) with { Key = rule.Key with { Name = "new" } }])));
    }

    [Fact]
    public void SecurityGroupRule_BehindADeploymentThatIsAwaited_CutsNothing()
    {
        var rule = Graphs.Resource("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "rule", ("fromPort", 80));

        Assert.Equal("Deployment", Kinds(TwoGraphs.Plan([rule, Deployed("a", isAwaited: true)], [Deployed("b", isAwaited: true)])));
        Assert.Equal("Deployment Interruption", Kinds(TwoGraphs.Plan([rule, Deployed("a", isAwaited: false)], [Deployed("b", isAwaited: false)])));

        static ResourceNode Deployed(string task, bool isAwaited) =>
            Graphs.Resource(Service, "shop", ("taskDefinition", task), ("waitForSteadyState", isAwaited));
    }

    [Fact]
    public void SettingsOfANewBucket_LoseNothing()
    {
        var bucket = Graphs.Resource("aws:s3/bucket:Bucket", "bucket");
        var lifecycle = Graphs.Resource("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "bucket", ("bucket", bucket.Output("id")));

        Assert.Equal("", Kinds(TwoGraphs.Plan([], [bucket, lifecycle])));
        Assert.Equal("DataLoss", Kinds(TwoGraphs.Plan([bucket], [bucket, lifecycle])));
    }

    [Fact]
    public void Sources_ArePagesOfAwsDocumentation()
    {
        Assert.All(ConsequenceTable.All, row => Assert.StartsWith("https://docs.aws.amazon.com/", row.Page.AbsoluteUri));
        Assert.All(ConsequenceTable.All, row => Assert.EndsWith(".html", row.Page.AbsoluteUri));
        Assert.All(ConsequenceTable.All, row => Assert.EndsWith(".", row.Text));
    }

    private static UpdatePlan Change(string type, string input, string old, string @new, string flags)
    {
        (string, PropertyValue)[] given = [.. flags.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(flag => (flag, (PropertyValue)true))];
        var resource = Graphs.Resource(type, "shop", given);
        return TwoGraphs.Plan(resource.With((input, Value(old))), resource.With((input, Value(@new))));
    }

    private static PropertyValue Value(string text) =>
        double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) && !text.Contains('.') ? number
        : bool.TryParse(text, out var flag) ? flag
        : text;

    private static string Effects(UpdatePlan plan) =>
        string.Join('\n', plan.Changes.SelectMany(change => change.Effects).Select(effect => $"{effect.Kind}: {effect.Text}"));

    private static string Kinds(UpdatePlan plan) => string.Join(' ', plan.Changes.SelectMany(change => change.Effects).Select(effect => effect.Kind));
}
