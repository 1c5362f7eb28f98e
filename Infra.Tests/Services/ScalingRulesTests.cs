using Infra.Configuration.Binding;
using Infra.Services;
using Infra.Tests.Support;

namespace Infra.Tests.Services;

public sealed class ScalingRulesTests
{
    private static readonly ScalingConfig OneToFour = new() { MinimumTasks = 1, MaximumTasks = 4, CpuPercent = 60 };

    private static readonly StepScalingConfig Steps = new()
    {
        Metric = ScalingMetric.QueueDepth,
        Queue = "work",
        ScaleOut = [new() { AboveValue = 10, AddTasks = 1 }, new() { AboveValue = 500, AddTasks = 3 }],
        ScaleInBelowValue = 10,
    };

    private static readonly TrackedMetricConfig Sessions = new() { Namespace = "Shop", MetricName = "Sessions", TargetValue = 200 };

    [Fact]
    public void Scaling_WithEveryPolicy_IsAccepted() => Assert.Empty(Of(OneToFour with
    {
        MemoryPercent = 60,
        RequestsPerTask = 600,
        BacklogPerTask = new() { Queue = "work", MessagesPerTask = 10 },
        Metrics = Named(Sessions),
        Steps = Named(Steps),
        Schedules = Named(new ScheduledTasksConfig { Expression = "rate(1 day)", MinimumTasks = 0, MaximumTasks = 0 }),
    }));

    [Fact]
    public void Scaling_Missing_IsAccepted() => Assert.Empty(Of(null, desiredCount: 9));

    [Fact]
    public void Scaling_WithoutPolicies_IsRefused() => Assert.Equal(
        ["app:service.scaling: has no effect; add cpuPercent, memoryPercent, requestsPerTask, backlogPerTask, metrics, steps or schedules"],
        Of(new() { MinimumTasks = 1, MaximumTasks = 4 }));

    [Fact]
    public void MinimumTasks_AboveMaximum_IsRefused() => Assert.Equal(
        ["app:service.scaling.minimumTasks: 5 is more than maximumTasks 4"], Of(OneToFour with { MinimumTasks = 5 }));

    [Fact]
    public void Schedule_MinimumAboveMaximum_IsRefused() => Assert.Equal(
        ["app:service.scaling.schedules.a.minimumTasks: 3 is more than maximumTasks 2"],
        Of(OneToFour with { Schedules = Named(new ScheduledTasksConfig { Expression = "rate(1 day)", MinimumTasks = 3, MaximumTasks = 2 }) }));

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void DesiredCount_OutsideLimits_IsRefused(int desiredCount) => Assert.Equal(
        [$"app:service.desiredCount: {desiredCount} is not within scaling.minimumTasks 2 and maximumTasks 4; use a number in that range, or 0 to stop the service"],
        Of(OneToFour with { MinimumTasks = 2 }, desiredCount));

    [Fact]
    public void DesiredCount_Zero_IsAccepted() => Assert.Empty(Of(OneToFour, desiredCount: 0));

    [Theory]
    [InlineData(60, null, null)]
    [InlineData(null, 60, null)]
    [InlineData(null, null, 600)]
    public void MinimumTasks_ZeroWithPredefinedMetric_IsRefused(int? cpu, int? memory, int? requests)
    {
        var scaling = new ScalingConfig { MinimumTasks = 0, MaximumTasks = 4, CpuPercent = cpu, MemoryPercent = memory, RequestsPerTask = requests };

        Assert.Equal(
            [
                "app:service.scaling.minimumTasks: 0 cannot be combined with cpuPercent, memoryPercent, requestsPerTask or metrics, "
                    + "which cannot start a first task; use 1 or more, or backlogPerTask",
            ],
            Of(scaling));
    }

    [Fact]
    public void MinimumTasks_ZeroWithMetric_IsRefused() => Assert.Equal(
        [
            "app:service.scaling.minimumTasks: 0 cannot be combined with cpuPercent, memoryPercent, requestsPerTask or metrics, "
                + "which cannot start a first task; use 1 or more, or backlogPerTask",
        ],
        Of(new() { MinimumTasks = 0, MaximumTasks = 4, Metrics = Named(Sessions) }));

    [Theory]
    [InlineData(30)]
    [InlineData(31, "app:service.scaling.metrics.a.dimensions: has 31 dimensions; CloudWatch allows 30")]
    public void Dimensions_MoreThanThirty_AreRefused(int count, params string[] problems) => Assert.Equal(
        problems,
        Of(OneToFour with
        {
            Metrics = Named(Sessions with { Dimensions = Enumerable.Range(0, count).ToDictionary(index => $"d{index}", _ => "x") }),
        }));

    [Fact]
    public void MinimumTasks_ZeroWithBacklog_IsAccepted() =>
        Assert.Empty(Of(new() { MinimumTasks = 0, MaximumTasks = 4, BacklogPerTask = new() { Queue = "work", MessagesPerTask = 1 } }));

    [Fact]
    public void RequestsPerTask_WithoutTargetGroup_IsRefused() => Assert.Equal(
        ["app:service.scaling.requestsPerTask: requires containerPort and a target group of this stack, where the load balancer counts requests"],
        Of(OneToFour with { RequestsPerTask = 600 }, hasLoadBalancer: false));

    [Fact]
    public void Queues_Unknown_AreRefused() => Assert.Equal(
        [
            "app:service.scaling.backlogPerTask.queue: play is not in app:queues; use work",
            "app:service.scaling.steps.a.queue: rest is not in app:queues; use work",
        ],
        Of(OneToFour with { BacklogPerTask = new() { Queue = "play", MessagesPerTask = 1 }, Steps = Named(Steps with { Queue = "rest" }) }));

    [Theory]
    [InlineData(true, null, "is required with metric queueDepth")]
    [InlineData(false, "work", "applies to metric queueDepth only")]
    public void StepQueue_WithoutQueueDepth_IsRefused(bool ofQueue, string? queue, string problem)
    {
        var metric = ofQueue ? ScalingMetric.QueueDepth : ScalingMetric.Memory;
        var steps = Steps with { Metric = metric, Queue = queue, ScaleOut = [new() { AboveValue = 60, AddTasks = 1 }] };

        Assert.Equal([$"app:service.scaling.steps.a.queue: {problem}"], Of(OneToFour with { Steps = Named(steps) }));
    }

    [Theory]
    [InlineData(true, 10, 10, "needs an aboveValue that rises from step to step")]
    [InlineData(true, 10, 1, "needs an aboveValue that rises from step to step")]
    [InlineData(false, 10, 100, "100 percent can never be exceeded; use 0 to 99")]
    public void StepValues_NotRisingOrOutOfRange_AreRefused(bool ofQueue, int first, int second, string problem)
    {
        var steps = Steps with
        {
            Metric = ofQueue ? ScalingMetric.QueueDepth : ScalingMetric.Cpu,
            Queue = ofQueue ? "work" : null,
            ScaleOut = [new() { AboveValue = first, AddTasks = 1 }, new() { AboveValue = second, AddTasks = 2 }],
        };

        Assert.Equal([$"app:service.scaling.steps.a.scaleOut: {problem}"], Of(OneToFour with { Steps = Named(steps) }));
    }

    [Fact]
    public void ScaleIn_AboveScaleOut_IsRefused() => Assert.Equal(
        ["app:service.scaling.steps.a.scaleInBelowValue: 11 is above the first aboveValue 10, so tasks would be added and removed in turn"],
        Of(OneToFour with { Steps = Named(Steps with { ScaleInBelowValue = 11 }) }));

    [Theory]
    [InlineData("cron(0 22 ? * mon-fri *)", "UTC", "refused: app:service.scaling.schedules.late: sets limits at the same time as early; remove one of them")]
    [InlineData("cron(0 22 ? * MON-FRI *)", "Europe/Berlin", null)]
    [InlineData("cron(0 23 ? * MON-FRI *)", "UTC", null)]
    public void Schedules_AtSameTime_AreRefused(string expression, string timeZone, string? answer) => Assert.Equal(
        Answers.Expected(answer),
        Answers.Of(("service", $$"""
            {"scaling":{"minimumTasks":1,"maximumTasks":4,"schedules":{
              "early":{"expression":"cron(0 22 ? * MON-FRI *)","minimumTasks":1,"maximumTasks":1},
              "late":{"expression":"{{expression}}","timeZone":"{{timeZone}}","minimumTasks":2,"maximumTasks":2}
            } } }
            """)));

    private static Dictionary<string, T> Named<T>(T only) => new() { ["a"] = only };

    private static IReadOnlyList<string> Of(ScalingConfig? scaling, int? desiredCount = null, bool hasLoadBalancer = true)
    {
        var problems = new ConfigProblems("dev");
        var stack = TestConfigs.With(("queues", """{"work":{}}"""));
        var service = stack.Service! with
        {
            Scaling = scaling,
            DesiredCount = desiredCount ?? Math.Min(scaling!.MinimumTasks, scaling.MaximumTasks),
            ContainerPort = hasLoadBalancer ? 80 : null,
        };
        ScalingRules.Check((stack with { Service = service }).AllServices[0], stack, new RuleChecker(TestConfigs.Values(), problems));
        return [.. problems.All.Select(problem => $"{problem}")];
    }
}
