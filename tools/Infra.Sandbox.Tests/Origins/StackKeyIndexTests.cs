using System.Text.Json.Nodes;
using Infra.Configuration.Binding;
using Infra.Sandbox.Evaluation;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Origins;
using Infra.Stack;
using Infra.Tests.Stack;
using Pulumi.Testing;

namespace Infra.Sandbox.Tests.Origins;

public sealed class StackKeyIndexTests
{
    // Created with their defaults where a file does not mention them.
    private static readonly string[] KeysWithDefaults = ["app:cluster", "app:loadBalancer", "app:network.s3GatewayEndpoint", "app:networkLoadBalancer"];

    public static TheoryData<string> Files => ShippedFile.Names;

    [Theory]
    [MemberData(nameof(Files))]
    public async Task EveryResource_HasAKeyOfItsFile(string name)
    {
        var file = await ShippedFile.ReadAsync(name);
        var index = new StackKeyIndex(file.Graph);

        var missing = file.Graph.Resources
            .Select(resource => (resource.Key, StackKey: index.Of(resource.Key)))
            .Where(resource => !KeysWithDefaults.Contains(resource.StackKey) && !IsIn(file.Values, resource.StackKey));

        Assert.InRange(file.Graph.Resources.Length, 50, 400);
        Assert.Empty(missing);
    }

    [Theory]
    [InlineData("prod", "aws:ec2/flowLog:FlowLog::dekart-network-flow-logs", "app:network.flowLogRetentionDays")]
    [InlineData("prod", "aws:s3/bucket:Bucket::dekart-lb-logs", "app:loadBalancer.accessLogRetentionDays")]
    [InlineData("prod", "aws:rds/instance:Instance::dekart-database", "app:database")]
    [InlineData("prod", "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule::dekart-security-service-to-database-5432", "app:database")]
    [InlineData("prod", "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule::dekart-security-service-to-database-5432", "app:service")]
    [InlineData("prod", "aws:lb/listenerRule:ListenerRule::dekart-rules-50000", "app:service")]
    [InlineData("prod", "aws:cloudwatch/metricAlarm:MetricAlarm::dekart-alarms-tasks-cpu", "app:alarms")]
    [InlineData("event-jobs", "pulumi:pulumi:Stack::app-demo", "app:name")]
    [InlineData("event-jobs", "aws:ec2/natGateway:NatGateway::media-network-1", "app:network.natGateways")]
    [InlineData("event-jobs", "aws:ec2/securityGroup:SecurityGroup::media-security-service-admin", "app:services.admin")]
    [InlineData("event-jobs", "aws:ec2/securityGroup:SecurityGroup::media-security-job-report", "app:jobs.report")]
    [InlineData("event-jobs", "aws:ec2/securityGroup:SecurityGroup::media-security-instances", "app:cluster.instances")]
    [InlineData("event-jobs", "aws:s3/bucket:Bucket::media-buckets-uploads", "app:buckets.uploads")]
    [InlineData("event-jobs", "aws:s3/bucketNotification:BucketNotification::media-bucket-events-uploads", "app:buckets.uploads")]
    [InlineData("event-jobs", "aws:efs/accessPoint:AccessPoint::media-files-shared/shared-1000-1000", "app:fileSystems.shared")]
    [InlineData("event-jobs", "aws:sqs/queue:Queue::media-queues-exports_dead", "app:queues.exports")]
    [InlineData("event-jobs", "aws:autoscaling/group:Group::media-cluster-steady", "app:cluster.instances.steady")]
    [InlineData("event-jobs", "aws:servicediscovery/service:Service::media-discovery-admin", "app:cluster.namespace")]
    [InlineData("event-jobs", "aws:appautoscaling/policy:Policy::media-scaling-cpu", "app:service.scaling")]
    [InlineData("event-jobs", "aws:appautoscaling/scheduledAction:ScheduledAction::media-scaling-schedule.night", "app:service.scaling")]
    [InlineData("event-jobs", "aws:cloudwatch/metricAlarm:MetricAlarm::media-service-worker-scaling-backlog-wake", "app:services.worker.scaling")]
    [InlineData("event-jobs", "aws:sqs/queue:Queue::media-job-report-schedule-failed", "app:jobs.report.schedule")]
    [InlineData("event-jobs", "aws:pipes/pipe:Pipe::media-job-exports-event", "app:jobs.exports.event")]
    [InlineData("ecs-guide", "aws:ec2/subnet:Subnet::guide-network-subnets-private-us-west-2a", "app:existingNetwork.newSubnets")]
    [InlineData("ecs-guide", "aws:ecr/repository:Repository::guide-repositories-app", "app:repositories.app")]
    [InlineData("datero", "aws:secretsmanager/secret:Secret::datero-task-secrets-POSTGRES_PASSWORD", "app:service.secrets.POSTGRES_PASSWORD")]
    [InlineData("live-beats", "aws:ecs/taskDefinition:TaskDefinition::live-beats-task-migration", "app:service.migration")]
    public async Task Resource_HasTheMostExactKey(string name, string resource, string key)
    {
        var graph = (await ShippedFile.ReadAsync(name)).Graph;

        Assert.Equal(key, new StackKeyIndex(graph).Of(graph.Resources.Single(node => $"{node.Key}" == resource).Key));
    }

    [Fact]
    public async Task InterfaceEndpoint_HasTheKeyOfTheList()
    {
        var graph = await EvaluateAsync(RichConfigs.Web);
        var endpoint = graph.Resources.Single(node => node.Key is { Type: "aws:ec2/vpcEndpoint:VpcEndpoint", Name: "shop-endpoints-logs" });

        Assert.Equal("app:network.interfaceEndpoints", new StackKeyIndex(graph).Of(endpoint.Key));
    }

    [Theory]
    [InlineData("app:database", "app:database")]
    [InlineData("app:loadBalancer.accessLogRetentionDays", "app:loadBalancer")]
    [InlineData("app:services.web.scaling", "app:services.web")]
    [InlineData("app:cluster.instances.steady", "app:cluster.instances.steady")]
    [InlineData("app:cluster.instances", "app:cluster.instances")]
    [InlineData("app:cluster.namespace", "app:cluster")]
    public void Block_IsTheEntryOrTheTopLevelKey(string key, string block) => Assert.Equal(block, KeyBlock.Of(key));

    private static Task<ResourceGraph> EvaluateAsync(StackConfig config) => StackEvaluator.EvaluateAsync(
        new TestOptions { ProjectName = "app", StackName = "dev", IsPreview = true }, options => new InfraStack(config, options));

    private static bool IsIn(ConfigValues values, string key)
    {
        var block = ConfigKey.Block(key);
        var value = values.FindKey(block) is { } found ? found.Text : null;
        return value is not null && (key == block || Has(JsonNode.Parse(value), key[(block.Length + 1)..].Split('.')));
    }

    private static bool Has(JsonNode? node, ReadOnlySpan<string> path) =>
        path.IsEmpty || (node is JsonObject map && map.TryGetPropertyValue(path[0], out var inner) && Has(inner, path[1..]));
}
