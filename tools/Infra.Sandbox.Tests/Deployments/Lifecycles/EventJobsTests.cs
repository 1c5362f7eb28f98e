using System.Text.Json.Nodes;
using System.Xml.Linq;
using Infra.Sandbox.Tests.Deployments.Support;

namespace Infra.Sandbox.Tests.Deployments.Lifecycles;

public sealed class EventJobsTests(EventJobsLifecycle lifecycle) : LifecycleTests<EventJobsLifecycle>(lifecycle), IClassFixture<EventJobsLifecycle>
{
    [SkippableFact]
    public void FirstUp_PrintsUrlsNamesAndRunCommands()
    {
        Assert.Contains("    url: https://media.example.com\n", Lifecycle.FirstUp.Out);
        Assert.Contains("""    serviceNames: {"admin":"media-admin","worker":"media-worker"}""", Lifecycle.FirstUp.Out);
        Assert.Matches(@"    bucketNames: \{""uploads"":""media-\S+""\}", Lifecycle.FirstUp.Out);
        Assert.Matches(@"    queueUrls: \{""conversions"":""http\S+"",""exports"":""http\S+""\}", Lifecycle.FirstUp.Out);
        Assert.Matches(@"    runCommands: \{""exports"":""\(task=\$\(aws ecs run-task .*"",""report"":""\(task=\$\(aws ecs run-task .*"",""thumbnails"":""\(task=\$\(aws ecs run-task ", Lifecycle.FirstUp.Out);
    }

    [SkippableFact]
    public void Cache_ThatTheEmulatorLacks_IsListed() => Assert.Contains(
        "    aws:elasticache/replicationGroup:ReplicationGroup::media-cache: whole resource: moto creates no nodes for it, which the provider reads\n",
        Lifecycle.FirstUp.Out);

    [SkippableFact]
    public void CacheUrl_HasAStandInForItsHost()
    {
        var secret = JsonNode.Parse(Lifecycle.CacheSecret["SecretString"].Text())!;

        Assert.Equal("media-cache.primaryEndpointAddress", secret["host"].Text());
        Assert.Matches("^rediss://:[A-Za-z0-9]{32}@media-cache[.]primaryEndpointAddress:6379$", secret["url"].Text());
    }

    [SkippableFact]
    public void Services_HaveTheirScalingPolicies() => Assert.Equal(
        [
            "media StepScaling media-scaling.rush-out",
            "media TargetTrackingScaling media-scaling-cpu",
            "media TargetTrackingScaling media-scaling-memory",
            "media TargetTrackingScaling media-scaling-requests",
            "media-worker StepScaling media-service-worker-scaling-backlog-wake",
            "media-worker TargetTrackingScaling media-service-worker-scaling-backlog",
        ],
        Lifecycle.Policies["ScalingPolicies"]!.AsArray()
            .Select(policy => $"{policy!["ResourceId"].Text().Split('/')[2]} {policy["PolicyType"].Text()} {policy["PolicyName"].Text()}")
            .Order(StringComparer.Ordinal));

    [SkippableFact]
    public void OffHours_AreScheduledActions() => Assert.Equal(
        [
            """cron(0 22 * * ? *) Europe/Berlin {"MaxCapacity":0,"MinCapacity":0}""",
            """cron(0 6 * * ? *) Europe/Berlin {"MaxCapacity":12,"MinCapacity":2}""",
        ],
        Lifecycle.ScheduledActions["ScheduledActions"]!.AsArray()
            .Select(action => $"{action!["Schedule"].Text()} {action["Timezone"].Text()} {action["ScalableTargetAction"]!.ToJsonString()}")
            .Order(StringComparer.Ordinal));

    [SkippableFact]
    public void Report_HasADailySchedule()
    {
        var target = Lifecycle.Schedule["Target"]!;

        Assert.Equal("cron(0 3 * * ? *)", Lifecycle.Schedule["ScheduleExpression"].Text());
        Assert.EndsWith(":cluster/media-test", target["Arn"].Text());
        Assert.Contains(":task-definition/media-test_job-report:", target["EcsParameters"]!["TaskDefinitionArn"].Text());
        Assert.Contains(target["DeadLetterConfig"]!["Arn"].Text(), Lifecycle.Queues.Keys);
    }

    [SkippableFact]
    public void Thumbnails_AreTriggeredByUploads()
    {
        var pattern = JsonNode.Parse(Lifecycle.UploadRule["EventPattern"].Text())!;

        Assert.Equal("""[{"prefix":"images/"}]""", pattern["detail"]!["object"]!["key"]!.ToJsonString());
        Assert.EndsWith(":cluster/media-test", Lifecycle.UploadTarget["Arn"].Text());
        Assert.Contains(":task-definition/media-test_job-thumbnails:", Lifecycle.UploadTarget["EcsParameters"]!["TaskDefinitionArn"].Text());
        Assert.Contains(Lifecycle.UploadTarget["DeadLetterConfig"]!["Arn"].Text(), Lifecycle.Queues.Keys);
    }

    [SkippableFact]
    public void Queue_HasItsDeadLetterQueue()
    {
        var queues = Lifecycle.Queues.Values.Where(queue => queue.Descendants("Name").Any(name => name.Value == "RedrivePolicy")).ToList();
        var redrives = queues.Select(queue => JsonNode.Parse(queue.QueueAttribute("RedrivePolicy"))!).ToList();

        Assert.Equal(
            ["30 5", "300 3"],
            queues.Zip(redrives, (queue, redrive) => $"{queue.QueueAttribute("VisibilityTimeout")} {redrive["maxReceiveCount"]}").Order(StringComparer.Ordinal));
        Assert.All(redrives, redrive => Assert.Contains(redrive["deadLetterTargetArn"].Text(), Lifecycle.Queues.Keys));
    }

    [SkippableFact]
    public void Alarms_NotifyTheEmailSubscription()
    {
        var subscription = Lifecycle.Subscriptions.Descendants("Subscriptions").Elements("member").Single();
        var alarms = Lifecycle.Alarms.Descendants("MetricAlarms").Elements("member")
            .Where(alarm => alarm.Value("AlarmName").Contains("alarms-", StringComparison.Ordinal)).ToList();

        Assert.Equal("ops@example.com", subscription.Value("Endpoint"));
        Assert.Contains("media-test/alarms-queue-conversions-dead-letters", alarms.Select(alarm => alarm.Value("AlarmName")));
        Assert.All(alarms, alarm => Assert.Equal(subscription.Value("TopicArn"), alarm.Element("AlarmActions")!.Elements("member").Single().Value));
    }

    [SkippableFact]
    public void WebAcl_LimitsTheRateOfTheLoadBalancer()
    {
        Assert.Equal("rate-limit", Lifecycle.WebAcl["Rules"]![0]!["Name"].Text());
        Assert.Equal(2000, Lifecycle.WebAcl["Rules"]![0]!["Statement"]!["RateBasedStatement"]!["Limit"]!.GetValue<int>());
    }

    [SkippableFact]
    public void Backups_AreDailyAndKept35Days()
    {
        var rule = Lifecycle.Backup["Rules"]!.AsArray().Single()!;

        Assert.Equal("cron(0 5 ? * * *)", rule["ScheduleExpression"].Text());
        Assert.Equal(35, rule["Lifecycle"]!["DeleteAfterDays"]!.GetValue<int>());
    }
}
