using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Infra.Sandbox.Tests.Deployments.Support;

namespace Infra.Sandbox.Tests.Deployments.Lifecycles;

/// <summary>Lists a stack's resources in its own emulator, where most resource types have no other resources.</summary>
internal static class StackInventory
{
    private const string CloudWatch = "2010-08-01";
    private const string Ec2 = "2016-11-15";
    private const string Iam = "2010-05-08";
    private const string LoadBalancing = "2015-12-01";
    private const string Rds = "2014-10-31";
    private const string Scaling = "AnyScaleFrontendService";

    private static readonly ImmutableArray<Question> Questions =
    [
        Json("ecr", "AmazonEC2ContainerRegistry_V20150921.DescribeRepositories", "repositories", "repositoryArn"),
        Json("events", "AWSEvents.ListRules", "Rules", "Arn"),
        Json("logs", "Logs_20140328.DescribeLogGroups", "logGroups", "arn"),
        Json("secretsmanager", "secretsmanager.ListSecrets", "SecretList", "ARN"),
        Json("servicediscovery", "Route53AutoNaming_v20170314.ListNamespaces", "Namespaces", "Arn"),
        Json("wafv2", "AWSWAF_20190729.ListWebACLs", "WebACLs", "ARN", """{ "Scope": "REGIONAL" }"""),
        Json("application-autoscaling", $"{Scaling}.DescribeScalingPolicies", "ScalingPolicies", "PolicyARN", """{ "ServiceNamespace": "ecs" }"""),
        Json("application-autoscaling", $"{Scaling}.DescribeScheduledActions", "ScheduledActions", "ScheduledActionARN", """{ "ServiceNamespace": "ecs" }"""),
        Rest("backup", "/backup-vaults", "BackupVaultList", "BackupVaultArn"),
        Rest("backup", "/backup/plans", "BackupPlansList", "BackupPlanArn"),
        Rest("elasticfilesystem", "/2015-02-01/file-systems", "FileSystems", "FileSystemArn"),
        Rest("scheduler", "/schedules", "Schedules", "Arn"),
        Xml("autoscaling", "2011-01-01", "DescribeAutoScalingGroups", "AutoScalingGroupARN"),
        Xml("ec2", Ec2, "DescribeAddresses", "publicIp"),
        Xml("elasticloadbalancing", LoadBalancing, "DescribeLoadBalancers", "LoadBalancerArn"),
        Xml("elasticloadbalancing", LoadBalancing, "DescribeTargetGroups", "TargetGroupArn"),
        Xml("iam", Iam, "ListInstanceProfiles", "InstanceProfileName"),
        Xml("iam", Iam, "ListRoles", "RoleName"),
        Xml("monitoring", CloudWatch, "DescribeAlarms", "AlarmName"),
        Xml("monitoring", CloudWatch, "ListDashboards", "DashboardName"),
        Xml("rds", Rds, "DescribeDBInstances", "DBInstanceIdentifier"),
        Xml("rds", Rds, "DescribeDBSnapshots", "DBSnapshotIdentifier"),
        Xml("sns", "2010-03-31", "ListTopics", "TopicArn"),
        Xml("sqs", "2012-11-05", "ListQueues", "QueueUrl"),
    ];

    private static readonly ImmutableArray<string> ToldWhenDeleted = ["arn:aws:ecs:", "arn:aws:secretsmanager:", ":instance/", ":natgateway/", ":snapshot:"];

    private static readonly ImmutableArray<(string Kind, string Id)> NetworkKinds =
    [
        ("Vpcs", "vpcId"),
        ("Subnets", "subnetId"),
        ("SecurityGroups", "groupId"),
        ("RouteTables", "routeTableId"),
        ("InternetGateways", "internetGatewayId"),
        ("Instances", "instanceId"),
        ("LaunchTemplates", "launchTemplateId"),
    ];

    private delegate Task<IEnumerable<string>> Question(EmulatorProbe probe);

    /// <summary>The ARNs, IDs or names of the resources.</summary>
    public static async Task<string[]> OfAsync(EmulatorProbe probe, string stack)
    {
        List<string> found =
        [
            .. await TaggedAsync(probe, stack),
            .. await NetworkAsync(probe, stack),
            .. await ClustersAsync(probe),
            .. await ListenerRulesAsync(probe),
        ];
        foreach (var ask in Questions)
        {
            found.AddRange(await ask(probe));
        }

        return [.. found.Distinct().Order(StringComparer.Ordinal)];
    }

    // Buckets, certificates and more. Types that are still listed after deletion have their own queries.
    private static async Task<IEnumerable<string>> TaggedAsync(EmulatorProbe probe, string stack)
    {
        var tagged = await probe.CallAsync(
            "tagging", "ResourceGroupsTaggingAPI_20170126.GetResources", $$"""{ "TagFilters": [{ "Key": "Stack", "Values": ["{{stack}}"] }] }""");
        return Texts(tagged, "ResourceTagMappingList", "ResourceARN")
            .Where(arn => !ToldWhenDeleted.Any(part => arn.Contains(part, StringComparison.Ordinal)));
    }

    private static async Task<IEnumerable<string>> NetworkAsync(EmulatorProbe probe, string stack)
    {
        List<string> found = [];
        foreach (var (kind, id) in NetworkKinds)
        {
            var answer = await probe.QueryAsync("ec2", Ec2, $"Describe{kind}", ("Filter.1.Name", "tag:Stack"), ("Filter.1.Value.1", stack));
            found.AddRange(answer.Descendants(id).Where(element => !IsTerminated(element)).Select(element => element.Value));
        }

        return found;
    }

    // A terminated instance remains listed for a while, as in AWS.
    private static bool IsTerminated(XElement id) => id.Parent!.Element(id.Name.Namespace + "instanceState")?.Value("name") == "terminated";

    // Deleted clusters and task definitions remain listed as inactive, as in AWS.
    private static async Task<IEnumerable<string>> ClustersAsync(EmulatorProbe probe)
    {
        var definitions = await probe.EcsAsync("ListTaskDefinitions", """{ "status": "ACTIVE" }""");
        var present = await probe.EcsAsync("ListClusters", "{}");
        var clusters = await probe.EcsAsync("DescribeClusters", $$"""{ "clusters": {{present["clusterArns"]!.ToJsonString()}} }""");
        return definitions["taskDefinitionArns"]!.AsArray().Select(arn => arn.Text())
            .Concat(clusters["clusters"]!.AsArray()
                .Where(cluster => cluster!["status"].Text() != "INACTIVE")
                .Select(cluster => cluster!["clusterArn"].Text()));
    }

    // The stack's rules on an existing load balancer.
    private static async Task<IEnumerable<string>> ListenerRulesAsync(EmulatorProbe probe)
    {
        List<string> rules = [];
        var listeners = await probe.ListenersAsync();
        foreach (var port in listeners.Elements("member").Select(listener => listener.Value("Port")))
        {
            var all = await probe.RulesAsync(listeners, port);
            rules.AddRange(all.Descendants("Rules").Elements("member")
                .Where(rule => rule.Value("IsDefault") == "false")
                .Select(rule => rule.Value("RuleArn")));
        }

        return rules;
    }

    private static Question Json(string service, string target, string list, string name, string arguments = "{}") =>
        async probe => Texts(await probe.CallAsync(service, target, arguments), list, name);

    private static Question Rest(string service, string path, string list, string name) =>
        async probe => Texts(await probe.GetJsonAsync(service, path), list, name);

    private static Question Xml(string service, string version, string action, string name) =>
        async probe => (await probe.QueryAsync(service, version, action)).Descendants(name).Select(element => element.Value);

    private static IEnumerable<string> Texts(JsonNode answer, string list, string name) =>
        answer[list]!.AsArray().Select(item => item![name].Text());
}
