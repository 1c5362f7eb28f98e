using Infra.Sandbox.Changes.Consequences;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Timing;

/// <summary>
/// Typical times of operations: medians of apply logs that users of the provider have published (2019 to 2026), and the provider's own delays.
/// They differ by region and day; a plan shows their sum rounded.
/// </summary>
internal static class OperationTimes
{
    private const int MultiAzCreate = 850;

    private static readonly OperationTime Usual = new(2, 2, 2);

    private static readonly Dictionary<string, OperationTime> Known = new(StringComparer.Ordinal)
    {
        // 14 logs of Single-AZ PostgreSQL and MySQL between 4:33 and 10:12.
        ["aws:rds/instance:Instance"] = new(405, 450, 180),
        ["aws:elasticache/replicationGroup:ReplicationGroup"] = new(600, 600, 300),
        ["aws:elasticache/serverlessCache:ServerlessCache"] = new(120, 60, 240),
        ["aws:lb/loadBalancer:LoadBalancer"] = new(156, 10, 60),
        ["aws:ec2/natGateway:NatGateway"] = new(115, 5, 50),
        ["aws:ec2/vpc:Vpc"] = new(12, 12, 2),
        ["aws:ec2/subnet:Subnet"] = new(11, 11, 5),
        ["aws:ec2/internetGateway:InternetGateway"] = new(2, 2, 15),
        ["aws:ec2/vpcEndpoint:VpcEndpoint"] = new(60, 30, 60),
        ["aws:ec2/securityGroup:SecurityGroup"] = new(3, 3, 5),
        ["aws:acm/certificateValidation:CertificateValidation"] = new(60, 1, 0),
        // The provider waits until the change is INSYNC.
        ["aws:route53/record:Record"] = new(38, 38, 38),
        // A fixed delay of the provider.
        ["aws:ecs/cluster:Cluster"] = new(10, 10, 10),
        ["aws:ecs/clusterCapacityProviders:ClusterCapacityProviders"] = new(10, 10, 10),
        ["aws:ecs/service:Service"] = new(2, 5, 120),
        ["aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace"] = new(60, 2, 60),
        ["aws:efs/fileSystem:FileSystem"] = new(10, 2, 10),
        ["aws:efs/mountTarget:MountTarget"] = new(90, 2, 30),
        ["aws:autoscaling/group:Group"] = new(60, 10, 180),
        ["aws:pipes/pipe:Pipe"] = new(40, 40, 40),
    };

    /// <summary>The typical seconds of a step.</summary>
    public static int Of(UpdateStep step, DeploymentTime deployments)
    {
        var time = Known.GetValueOrDefault(step.Change.Key.Type, Usual);
        return step.Kind switch
        {
            StepKind.Create or StepKind.CreateReplacement => CreateTime(step.Change.New!, time.Create, deployments),
            StepKind.Update => UpdateTime(step.Change, time.Update, deployments),
            _ => time.Delete,
        };
    }

    private static int CreateTime(ResourceNode node, int usual, DeploymentTime deployments) => node switch
    {
        { Key.Type: "aws:rds/instance:Instance" } when node.Inputs.Flag("multiAz") == true => MultiAzCreate,
        _ when Waits(node) => deployments.First(node),
        _ => usual,
    };

    // The provider waits for the instance only where RDS applies the change at once.
    private static int UpdateTime(ResourceChange change, int usual, DeploymentTime deployments) => change.New! switch
    {
        { Key.Type: "aws:rds/instance:Instance" } node when node.Inputs.Flag("applyImmediately") != true => Usual.Update,
        var node when Waits(node) && ContainerConsequences.StartsDeployment.Holds(change) => deployments.Rolling(node),
        _ => usual,
    };

    private static bool Waits(ResourceNode node) => node.Key.Type == "aws:ecs/service:Service" && node.Inputs.Flag("waitForSteadyState") == true;
}
