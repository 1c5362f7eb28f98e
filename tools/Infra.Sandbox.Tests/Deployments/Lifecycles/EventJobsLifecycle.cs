using System.Text.Json.Nodes;
using System.Xml.Linq;
using Infra.Sandbox.Tests.Deployments.Support;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Deployments.Lifecycles;

/// <summary>The lifecycle of event-jobs.yaml: all kinds of scaling, and jobs.</summary>
public sealed class EventJobsLifecycle() : StackLifecycle("test", RepositoryFiles.Path("examples", "event-jobs.yaml"))
{
    private const string ScalingService = "application-autoscaling";
    private const string Scaling = "AnyScaleFrontendService";
    private const string OfServices = """{ "ServiceNamespace": "ecs" }""";

    internal JsonNode Policies { get; private set; } = null!;

    internal JsonNode ScheduledActions { get; private set; } = null!;

    internal JsonNode Schedule { get; private set; } = null!;

    internal JsonNode UploadRule { get; private set; } = null!;

    internal JsonNode UploadTarget { get; private set; } = null!;

    /// <summary>The attributes of the queues by ARN.</summary>
    internal Dictionary<string, XElement> Queues { get; } = [];

    internal XElement Alarms { get; private set; } = null!;

    internal XElement Subscriptions { get; private set; } = null!;

    /// <summary>The web ACL of the load balancer.</summary>
    internal JsonNode WebAcl { get; private set; } = null!;

    internal JsonNode Backup { get; private set; } = null!;

    internal JsonNode CacheSecret { get; private set; } = null!;

    private protected override async Task InspectAsync(EmulatorProbe probe)
    {
        Policies = await probe.CallAsync(ScalingService, $"{Scaling}.DescribeScalingPolicies", OfServices);
        ScheduledActions = await probe.CallAsync(ScalingService, $"{Scaling}.DescribeScheduledActions", OfServices);
        await InspectTriggersAsync(probe);
        await InspectQueuesAsync(probe);
        var secret = (await probe.CallAsync("secretsmanager", "secretsmanager.ListSecrets"))["SecretList"]!.AsArray().Single()!["Name"].Text();
        CacheSecret = await probe.CallAsync("secretsmanager", "secretsmanager.GetSecretValue", $$"""{ "SecretId": "{{secret}}" }""");
        Alarms = await probe.QueryAsync("monitoring", "2010-08-01", "DescribeAlarms");
        Subscriptions = await probe.QueryAsync("sns", "2010-03-31", "ListSubscriptions");
        WebAcl = (await probe.CallAsync(
            "wafv2", "AWSWAF_20190729.GetWebACLForResource", $$"""{ "ResourceArn": "{{Listeners.Value("LoadBalancerArn")}}" }"""))["WebACL"]!;
        var plan = (await probe.GetJsonAsync("backup", "/backup/plans"))["BackupPlansList"]!.AsArray().Single()!["BackupPlanId"].Text();
        Backup = (await probe.GetJsonAsync("backup", $"/backup/plans/{plan}"))["BackupPlan"]!;
    }

    private async Task InspectTriggersAsync(EmulatorProbe probe)
    {
        var schedule = (await probe.GetJsonAsync("scheduler", "/schedules"))["Schedules"]!.AsArray().Single()!["Name"].Text();
        Schedule = await probe.GetJsonAsync("scheduler", $"/schedules/{schedule}?groupName=default");
        UploadRule = (await probe.CallAsync("events", "AWSEvents.ListRules"))["Rules"]!.AsArray()
            .Single(rule => rule!["EventPattern"].Text().Contains("aws.s3", StringComparison.Ordinal))!;
        UploadTarget = (await probe.CallAsync(
            "events", "AWSEvents.ListTargetsByRule", $$"""{ "Rule": "{{UploadRule["Name"].Text()}}" }"""))["Targets"]!.AsArray().Single()!;
    }

    private async Task InspectQueuesAsync(EmulatorProbe probe)
    {
        const string Version = "2012-11-05";
        var queues = await probe.QueryAsync("sqs", Version, "ListQueues");
        foreach (var url in queues.Descendants("QueueUrl").Select(url => url.Value))
        {
            var attributes = await probe.QueryAsync("sqs", Version, "GetQueueAttributes", ("QueueUrl", url), ("AttributeName.1", "All"));
            Queues.Add(attributes.QueueAttribute("QueueArn"), attributes);
        }
    }
}
