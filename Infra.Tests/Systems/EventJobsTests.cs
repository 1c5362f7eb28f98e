using Infra.Tests.Stack;
using Infra.Tests.Support;

namespace Infra.Tests.Systems;

/// <summary>examples/event-jobs.yaml: scaling by load, queue and schedule; jobs started by a schedule, an object or a message.</summary>
public class EventJobsTests
{
    [Theory]
    [InlineData("media-scaling-cpu", "ECSServiceAverageCPUUtilization", 60.0)]
    [InlineData("media-scaling-memory", "ECSServiceAverageMemoryUtilization", 75.0)]
    public async Task Scaling_TracksCpuAndMemory(string policy, string metric, double value)
    {
        var configuration = (await Run()).Find<AppAutoScaling.Policy>(policy);

        Assert.Equal(metric, configuration["targetTrackingScalingPolicyConfiguration.predefinedMetricSpecification.predefinedMetricType"]);
        Assert.Equal(value, configuration["targetTrackingScalingPolicyConfiguration.targetValue"]);
    }

    // A canary deployment splits the requests between two target groups.
    [Fact]
    public async Task Scaling_TracksTheSumOfRequestsOfBothTargetGroups()
    {
        var policy = (await Run()).Find<AppAutoScaling.Policy>("media-scaling-requests");

        Assert.Equal(1000.0, policy["targetTrackingScalingPolicyConfiguration.targetValue"]);
        Assert.True(policy.List("targetTrackingScalingPolicyConfiguration.customizedMetricSpecification.metrics").Length > 2);
    }

    [Fact]
    public async Task Scaling_OnAnAlarm_AddsTasksInSteps() => Assert.Single(
        (await Run()).All<AppAutoScaling.Policy>(),
        policy => policy.Name.StartsWith("media-scaling.rush", StringComparison.Ordinal) && policy["policyType"] is "StepScaling");

    [Fact]
    public async Task Scaling_AtNight_GoesToZero()
    {
        var run = await Run();

        var night = run.Find<AppAutoScaling.ScheduledAction>("media-scaling-schedule.night");
        Assert.Equal(("cron(0 22 * * ? *)", "Europe/Berlin"), (night["schedule"], night["timezone"]));
        Assert.Equal((0.0, 0.0), (night["scalableTargetAction.minCapacity"], night["scalableTargetAction.maxCapacity"]));
        Assert.Equal(2.0, run.Find<AppAutoScaling.ScheduledAction>("media-scaling-schedule.morning")["scalableTargetAction.minCapacity"]);
    }

    [Fact]
    public async Task Worker_ScalesWithItsQueueToZero()
    {
        var run = await Run();

        var target = run.Find<AppAutoScaling.Target>("media-service-worker-scaling");
        Assert.Equal((0.0, 10.0), (target["minCapacity"], target["maxCapacity"]));
        Assert.Contains(run.All<AppAutoScaling.Policy>(), policy => policy.Name.StartsWith("media-service-worker-scaling-backlog", StringComparison.Ordinal));
        Assert.Equal(["desiredCount"], run.Find<Ecs.Service>("media-service-worker").Options.IgnoreChanges);
        Assert.Equal(2, run.All<Sqs.Queue>().Count(queue => queue.Name.StartsWith("media-queues-conversions", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Message_StartsAJob()
    {
        var pipe = (await Run()).Single<Pipes.Pipe>();

        Assert.Equal("arn:Queue:media-queues-exports", pipe["source"]);
        Assert.Equal("arn:TaskDefinition:media-job-exports-task", pipe["targetParameters.ecsTaskParameters.taskDefinitionArn"]);
    }

    [Fact]
    public async Task Services_RunOnFargateAndOnInstances()
    {
        var run = await Run();

        Assert.Equal("FARGATE", run.Find<Ecs.Service>("media")["capacityProviderStrategies[0].capacityProvider"]);
        Assert.Equal("ec2-media-eventjobs_arm", run.Find<Ecs.Service>("media-service-worker")["capacityProviderStrategies[0].capacityProvider"]);
        Assert.Equal(["EC2"], run.Find<Ecs.TaskDefinition>("media-service-worker-task").Strings("requiresCompatibilities"));
    }

    [Fact]
    public async Task Instances_ScaleByTasksOrByCpu()
    {
        var run = await Run();

        Assert.Equal("ENABLED", run.Find<Ecs.CapacityProvider>("media-cluster-arm")["autoScalingGroupProvider.managedScaling.status"]);
        Assert.Equal("DISABLED", run.Find<Ecs.CapacityProvider>("media-cluster-steady")["autoScalingGroupProvider.managedScaling.status"]);
        var policy = run.Single<AutoScaling.Policy>();
        Assert.Equal("media-cluster-steady-Group", policy["autoscalingGroupName"]);
        Assert.Equal(60.0, policy["targetTrackingConfiguration.targetValue"]);
    }

    [Fact]
    public async Task Report_RunsOnASchedule()
    {
        var schedule = (await Run()).Find<Scheduler.Schedule>("media-job-report-schedule");

        Assert.Equal(("cron(0 3 * * ? *)", "Europe/Berlin"), (schedule["scheduleExpression"], schedule["scheduleExpressionTimezone"]));
        Assert.Equal("arn:TaskDefinition:media-job-report-task", schedule["target.ecsParameters.taskDefinitionArn"]);
        Assert.True(((string)schedule["target.deadLetterConfig.arn"]!).Length > 0);
    }

    [Fact]
    public async Task DeadLetterQueues_HaveAlarms() => Assert.Equal(
        [
            "media-alarms-job-report-schedule-dead-letters",
            "media-alarms-job-thumbnails-event-dead-letters",
            "media-alarms-queue-conversions-dead-letters",
            "media-alarms-queue-exports-dead-letters",
        ],
        (await Run()).All<CloudWatch.MetricAlarm>()
            .Select(alarm => alarm.Name)
            .Where(name => name.EndsWith("-dead-letters", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal));

    [Fact]
    public async Task Thumbnails_RunForEachNewObject()
    {
        var run = await Run();

        Assert.Equal(true, run.Single<S3.BucketNotification>()["eventbridge"]);
        ResourceAssert.Json(
            """
            {
              "source": ["aws.s3"], "detail-type": ["Object Created"],
              "detail": {"bucket": {"name": ["media-buckets-uploads-bucket"]}, "object": {"key": [{"prefix": "images/"}]}}
            }
            """,
            run.Find<CloudWatch.EventRule>("media-job-thumbnails-event").Json("eventPattern"));
        Assert.Equal("arn:TaskDefinition:media-job-thumbnails-task", run.Find<CloudWatch.EventTarget>("media-job-thumbnails-event")["ecsTarget.taskDefinitionArn"]);
    }

    [Fact]
    public async Task FileSystem_HasAMountTargetInEachZoneAndIsShared()
    {
        var run = await Run();

        Assert.Equal(3, run.All<Efs.MountTarget>().Count);
        Assert.Single(run.All<Efs.AccessPoint>());
        Assert.All(
            ["media-task", "media-service-worker-task"],
            task => Assert.Equal("FileSystem:media-files-shared", run.Find<Ecs.TaskDefinition>(task)["volumes[0].efsVolumeConfiguration.fileSystemId"]));
    }

    [Fact]
    public async Task FailedTask_SendsAnEmail()
    {
        var run = await Run();

        Assert.Contains(run.All<CloudWatch.EventRule>(), rule => rule.Json("eventPattern").ToJsonString().Contains("ECS Task State Change", StringComparison.Ordinal));
        Assert.Equal(("email", "ops@example.com"), (run.Single<Sns.TopicSubscription>()["protocol"], run.Single<Sns.TopicSubscription>()["endpoint"]));
    }

    [Fact]
    public async Task Tasks_HaveSeparateRoles()
    {
        var run = await Run();

        var roles = run.All<Ecs.TaskDefinition>().Select(task => task["taskRoleArn"]).ToList();
        Assert.Equal(6, roles.Count);
        Assert.Equal(6, roles.Distinct().Count());
        Assert.Contains("sqs:ReceiveMessage on arn:Queue:media-queues-conversions", Containers.Allowed(run, "media-service-worker-task-app"));
        Assert.DoesNotContain("sqs:ReceiveMessage on arn:Queue:media-queues-conversions", Containers.Allowed(run, "media-task-app"));
    }

    [Fact]
    public async Task Services_ShareTheLoadBalancerByHost()
    {
        var run = await Run();

        Assert.Single(run.All<Lb.LoadBalancer>());
        var rule = run.Find<Lb.ListenerRule>("media-rules-100");
        Assert.Equal(["admin.media.example.com"], rule.Strings("conditions[0].hostHeader.values"));
        Assert.Equal((100.0, 49_999.0), (rule["priority"], run.Find<Lb.ListenerRule>("media-traffic-rule")["priority"]));
        Assert.Equal("arn:TargetGroup:media-service-admin", rule["actions[0].targetGroupArn"]);
    }

    [Fact]
    public async Task Deployment_IsACanaryThatEcsControls()
    {
        var run = await Run();

        var service = run.Find<Ecs.Service>("media");
        Assert.Equal(("CANARY", 10.0, "5"), (service["deploymentConfiguration.strategy"], service["deploymentConfiguration.canaryConfiguration.canaryPercent"], service["deploymentConfiguration.canaryConfiguration.canaryBakeTimeInMinutes"]));
        Assert.Equal("arn:TargetGroup:media--alt", service["loadBalancers[0].advancedConfiguration.alternateTargetGroupArn"]);
        Assert.Equal("arn:ListenerRule:media-traffic-rule", service["loadBalancers[0].advancedConfiguration.productionListenerRule"]);
        Assert.Equal(["actions[0].forward"], run.Find<Lb.ListenerRule>("media-traffic-rule").Options.IgnoreChanges);
        Assert.Equal(true, service["alarms.rollback"]);
    }

    [Fact]
    public async Task Stack_HasAlarmsADashboardAndBackups()
    {
        var run = await Run();

        Assert.Single(run.All<CloudWatch.Dashboard>());
        Assert.True(run.All<CloudWatch.MetricAlarm>().Count > 10);
        Assert.Equal("arn:LoadBalancer:media-lb", run.Single<WafV2.WebAclAssociation>()["resourceArn"]);
        Assert.Equal(["arn:FileSystem:media-files-shared"], run.Single<Backup.Selection>().Strings("resources"));
    }

    private static Task<StackRun> Run() => KnownStacks.Run("eventjobs");
}
