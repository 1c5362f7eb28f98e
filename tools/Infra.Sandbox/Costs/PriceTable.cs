using Infra.Sandbox.Costs.Pricing;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Costs;

/// <summary>The pricing of every resource type: the items that it is billed for, or the reason why it is free.</summary>
internal static class PriceTable
{
    private const string Configuration = "a setting of another resource";
    private const string Network = "a VPC, its subnets, routes and security groups are free";
    private const string Identity = "IAM is free";

    public static IReadOnlyDictionary<string, Func<ResourceNode, CostContext, IEnumerable<CostItem>>> Priced { get; } =
        new Dictionary<string, Func<ResourceNode, CostContext, IEnumerable<CostItem>>>
        {
            ["aws:appautoscaling/policy:Policy"] = MonitoringPricing.ScalingPolicy,
            ["aws:autoscaling/group:Group"] = InstancePricing.Group,
            ["aws:autoscaling/policy:Policy"] = MonitoringPricing.ScalingPolicy,
            ["aws:backup/selection:Selection"] = StoragePricing.Backups,
            ["aws:cloudwatch/dashboard:Dashboard"] = MonitoringPricing.Dashboard,
            ["aws:cloudwatch/eventTarget:EventTarget"] = JobPricing.EventTarget,
            ["aws:cloudwatch/logGroup:LogGroup"] = MonitoringPricing.LogGroup,
            ["aws:cloudwatch/metricAlarm:MetricAlarm"] = MonitoringPricing.Alarm,
            ["aws:ec2/eip:Eip"] = NetworkPricing.Address,
            ["aws:ec2/natGateway:NatGateway"] = NetworkPricing.NatGateway,
            ["aws:ec2/vpcEndpoint:VpcEndpoint"] = NetworkPricing.Endpoint,
            ["aws:ecr/repository:Repository"] = StoragePricing.Repository,
            ["aws:ecs/capacityProvider:CapacityProvider"] = MonitoringPricing.CapacityProvider,
            ["aws:ecs/cluster:Cluster"] = MonitoringPricing.Cluster,
            ["aws:ecs/service:Service"] = TaskPricing.Service,
            ["aws:efs/backupPolicy:BackupPolicy"] = StoragePricing.FileSystemBackups,
            ["aws:efs/fileSystem:FileSystem"] = StoragePricing.FileSystem,
            ["aws:elasticache/replicationGroup:ReplicationGroup"] = CachePricing.Nodes,
            ["aws:elasticache/serverlessCache:ServerlessCache"] = CachePricing.Serverless,
            ["aws:kms/key:Key"] = OtherPricing.Key,
            ["aws:lb/loadBalancer:LoadBalancer"] = LoadBalancerPricing.Of,
            ["aws:lb/targetGroup:TargetGroup"] = LoadBalancerPricing.Answers,
            ["aws:pipes/pipe:Pipe"] = JobPricing.Pipe,
            ["aws:rds/instance:Instance"] = DatabasePricing.Instance,
            ["aws:s3/bucket:Bucket"] = StoragePricing.Bucket,
            ["aws:scheduler/schedule:Schedule"] = JobPricing.Schedule,
            ["aws:secretsmanager/secret:Secret"] = OtherPricing.Secret,
            ["aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace"] = OtherPricing.Namespace,
            ["aws:servicediscovery/service:Service"] = OtherPricing.DiscoveryService,
            ["aws:sqs/queue:Queue"] = OtherPricing.Queue,
            ["aws:wafv2/webAcl:WebAcl"] = OtherPricing.WebAcl,
        };

    /// <summary>The types that AWS does not bill, with the reason.</summary>
    public static IReadOnlyDictionary<string, string> Free { get; } = new Dictionary<string, string>
    {
        ["aws:acm/certificate:Certificate"] = "public certificates are free",
        ["aws:acm/certificateValidation:CertificateValidation"] = "public certificates are free",
        ["aws:appautoscaling/scheduledAction:ScheduledAction"] = "scaling is free, except for its alarms",
        ["aws:appautoscaling/target:Target"] = "scaling is free, except for its alarms",
        ["aws:backup/plan:Plan"] = "only the backups are billed",
        ["aws:backup/vault:Vault"] = "only the backups are billed",
        ["aws:cloudwatch/eventRule:EventRule"] = "events of AWS services are free",
        ["aws:cognito/userPool:UserPool"] = "the first 10,000 users of an account in a month are free",
        ["aws:cognito/userPoolClient:UserPoolClient"] = Configuration,
        ["aws:cognito/userPoolDomain:UserPoolDomain"] = Configuration,
        ["aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"] = Network,
        ["aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway"] = Network,
        ["aws:ec2/flowLog:FlowLog"] = "only its log group is billed",
        ["aws:ec2/internetGateway:InternetGateway"] = Network,
        ["aws:ec2/launchTemplate:LaunchTemplate"] = "only the instances are billed",
        ["aws:ec2/route:Route"] = Network,
        ["aws:ec2/routeTable:RouteTable"] = Network,
        ["aws:ec2/routeTableAssociation:RouteTableAssociation"] = Network,
        ["aws:ec2/securityGroup:SecurityGroup"] = Network,
        ["aws:ec2/subnet:Subnet"] = Network,
        ["aws:ec2/vpc:Vpc"] = Network,
        ["aws:ecr/lifecyclePolicy:LifecyclePolicy"] = Configuration,
        ["aws:ecs/clusterCapacityProviders:ClusterCapacityProviders"] = Configuration,
        ["aws:ecs/taskDefinition:TaskDefinition"] = "only running tasks are billed",
        ["aws:efs/accessPoint:AccessPoint"] = "only the data on the file system is billed",
        ["aws:efs/fileSystemPolicy:FileSystemPolicy"] = Configuration,
        ["aws:efs/mountTarget:MountTarget"] = "only the data on the file system is billed",
        ["aws:elasticache/subnetGroup:SubnetGroup"] = Configuration,
        ["aws:elasticache/user:User"] = Configuration,
        ["aws:elasticache/userGroup:UserGroup"] = Configuration,
        ["aws:iam/instanceProfile:InstanceProfile"] = Identity,
        ["aws:iam/role:Role"] = Identity,
        ["aws:iam/rolePolicy:RolePolicy"] = Identity,
        ["aws:iam/rolePolicyAttachment:RolePolicyAttachment"] = Identity,
        ["aws:lb/listener:Listener"] = "part of the load balancer",
        ["aws:lb/listenerRule:ListenerRule"] = "part of the load balancer",
        ["aws:rds/parameterGroup:ParameterGroup"] = Configuration,
        ["aws:rds/subnetGroup:SubnetGroup"] = Configuration,
        ["aws:route53/record:Record"] = "records are free, and so are queries for a load balancer's alias",
        ["aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration"] = Configuration,
        ["aws:s3/bucketNotification:BucketNotification"] = Configuration,
        ["aws:s3/bucketOwnershipControls:BucketOwnershipControls"] = Configuration,
        ["aws:s3/bucketPolicy:BucketPolicy"] = Configuration,
        ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock"] = Configuration,
        ["aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration"] = Configuration,
        ["aws:s3/bucketVersioning:BucketVersioning"] = Configuration,
        ["aws:secretsmanager/secretVersion:SecretVersion"] = "part of the secret",
        ["aws:sns/topic:Topic"] = "the first 1,000 mails of an account in a month are free",
        ["aws:sns/topicPolicy:TopicPolicy"] = Configuration,
        ["aws:sns/topicSubscription:TopicSubscription"] = Configuration,
        ["aws:sqs/queuePolicy:QueuePolicy"] = Configuration,
        ["aws:sqs/redriveAllowPolicy:RedriveAllowPolicy"] = Configuration,
        ["aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"] = Network,
        ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"] = Network,
        ["aws:wafv2/webAclAssociation:WebAclAssociation"] = "part of the web ACL",
        ["random:index/randomId:RandomId"] = "not a resource of AWS",
        ["random:index/randomPassword:RandomPassword"] = "not a resource of AWS",
    };
}
