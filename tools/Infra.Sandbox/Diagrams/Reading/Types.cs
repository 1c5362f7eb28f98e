namespace Infra.Sandbox.Diagrams.Reading;

/// <summary>The types of resources that a diagram shows.</summary>
internal static class Types
{
    public const string Vpc = "aws:ec2/vpc:Vpc";
    public const string Subnet = "aws:ec2/subnet:Subnet";
    public const string RouteTableAssociation = "aws:ec2/routeTableAssociation:RouteTableAssociation";
    public const string Route = "aws:ec2/route:Route";
    public const string NatGateway = "aws:ec2/natGateway:NatGateway";
    public const string VpcEndpoint = "aws:ec2/vpcEndpoint:VpcEndpoint";
    public const string FlowLog = "aws:ec2/flowLog:FlowLog";
    public const string SecurityGroup = "aws:ec2/securityGroup:SecurityGroup";
    public const string IngressRule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    public const string EgressRule = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
    public const string LaunchTemplate = "aws:ec2/launchTemplate:LaunchTemplate";
    public const string AutoScalingGroup = "aws:autoscaling/group:Group";

    public const string Certificate = "aws:acm/certificate:Certificate";
    public const string DnsRecord = "aws:route53/record:Record";
    public const string LoadBalancer = "aws:lb/loadBalancer:LoadBalancer";
    public const string Listener = "aws:lb/listener:Listener";
    public const string ListenerRule = "aws:lb/listenerRule:ListenerRule";
    public const string WebAcl = "aws:wafv2/webAcl:WebAcl";
    public const string UserPool = "aws:cognito/userPool:UserPool";

    public const string Cluster = "aws:ecs/cluster:Cluster";
    public const string Service = "aws:ecs/service:Service";
    public const string TaskDefinition = "aws:ecs/taskDefinition:TaskDefinition";
    public const string ScalableTarget = "aws:appautoscaling/target:Target";
    public const string ScalingPolicy = "aws:appautoscaling/policy:Policy";
    public const string BacklogScaling = "infra:index:BacklogScaling";
    public const string ScheduledAction = "aws:appautoscaling/scheduledAction:ScheduledAction";
    public const string Job = "infra:index:Job";
    public const string Schedule = "aws:scheduler/schedule:Schedule";
    public const string EventRule = "aws:cloudwatch/eventRule:EventRule";
    public const string EventTarget = "aws:cloudwatch/eventTarget:EventTarget";
    public const string Pipe = "aws:pipes/pipe:Pipe";
    public const string RolePolicy = "aws:iam/rolePolicy:RolePolicy";

    public const string Database = "aws:rds/instance:Instance";
    public const string DatabaseSubnets = "aws:rds/subnetGroup:SubnetGroup";
    public const string Cache = "aws:elasticache/replicationGroup:ReplicationGroup";
    public const string ServerlessCache = "aws:elasticache/serverlessCache:ServerlessCache";
    public const string CacheSubnets = "aws:elasticache/subnetGroup:SubnetGroup";
    public const string FileSystem = "aws:efs/fileSystem:FileSystem";
    public const string MountTarget = "aws:efs/mountTarget:MountTarget";

    public const string Bucket = "aws:s3/bucket:Bucket";
    public const string BucketVersioning = "aws:s3/bucketVersioning:BucketVersioning";
    public const string BucketLifecycle = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
    public const string Queue = "aws:sqs/queue:Queue";
    public const string Repository = "aws:ecr/repository:Repository";
    public const string Secret = "aws:secretsmanager/secret:Secret";
    public const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
    public const string TopicSubscription = "aws:sns/topicSubscription:TopicSubscription";
    public const string BackupPlan = "aws:backup/plan:Plan";
}
