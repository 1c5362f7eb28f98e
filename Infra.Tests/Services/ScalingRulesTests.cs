using Infra.Configuration.Binding;
using Infra.Queueing;
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
    public void WhatScalesInEveryWay_IsAccepted() => Assert.Empty(Of(OneToFour with
    {
        MemoryPercent = 60,
        RequestsPerTask = 600,
        BacklogPerTask = new() { Queue = "work", MessagesPerTask = 10 },
        Metrics = Named(Sessions),
        Steps = Named(Steps),
        Schedules = Named(new ScheduledTasksConfig { Expression = "rate(1 day)", MinimumTasks = 0, MaximumTasks = 0 }),
    }));

    [Fact]
    public void WithoutScaling_NothingIsWrong() => Assert.Empty(Of(null, desiredCount: 9));

    [Fact]
    public void Limits_WithNothingThatMoves_AreAProblem() => Assert.Equal(
        ["app:service.scaling: changes nothing; add cpuPercent, memoryPercent, requestsPerTask, backlogPerTask, metrics, steps or schedules"],
        Of(new() { MinimumTasks = 1, MaximumTasks = 4 }));

    [Fact]
    public void Minimum_AboveTheMaximum_IsAProblem() => Assert.Equal(
        ["app:service.scaling.minimumTasks: 5 is more than maximumTasks 4"], Of(OneToFour with { MinimumTasks = 5 }));

    [Fact]
    public void MinimumOfASchedule_AboveItsMaximum_IsAProblem() => Assert.Equal(
        ["app:service.scaling.schedules.a.minimumTasks: 3 is more than maximumTasks 2"],
        Of(OneToFour with { Schedules = Named(new ScheduledTasksConfig { Expression = "rate(1 day)", MinimumTasks = 3, MaximumTasks = 2 }) }));

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void FirstCount_BeyondTheLimits_IsAProblem(int desiredCount) => Assert.Equal(
        [$"app:service.desiredCount: {desiredCount} is not within scaling.minimumTasks 2 and maximumTasks 4, nor 0 for none until it is raised"],
        Of(OneToFour with { MinimumTasks = 2 }, desiredCount));

    [Fact]
    public void FirstCountOfZero_IsNoneUntilItIsRaised() => Assert.Empty(Of(OneToFour, desiredCount: 0));

    [Theory]
    [InlineData(60, null, null)]
    [InlineData(null, 60, null)]
    [InlineData(null, null, 600)]
    public void Zero_DoesNotGoWithWhatNeedsATask(int? cpu, int? memory, int? requests)
    {
        var scaling = new ScalingConfig { MinimumTasks = 0, MaximumTasks = 4, CpuPercent = cpu, MemoryPercent = memory, RequestsPerTask = requests };

        Assert.Equal(
            [
                "app:service.scaling.minimumTasks: 0 does not go with cpuPercent, memoryPercent, requestsPerTask and metrics, "
                    + "which cannot start a first task; use 1 or more, or backlogPerTask",
            ],
            Of(scaling));
    }

    [Fact]
    public void Zero_DoesNotGoWithAMetric() => Assert.Equal(
        [
            "app:service.scaling.minimumTasks: 0 does not go with cpuPercent, memoryPercent, requestsPerTask and metrics, "
                + "which cannot start a first task; use 1 or more, or backlogPerTask",
        ],
        Of(new() { MinimumTasks = 0, MaximumTasks = 4, Metrics = Named(Sessions) }));

    [Theory]
    [InlineData(30)]
    [InlineData(31, "app:service.scaling.metrics.a.dimensions: 31 dimensions are more than CloudWatch's 30")]
    public void Dimensions_OfAMetric_AreThirtyAtMost(int count, params string[] problems) => Assert.Equal(
        problems,
        Of(OneToFour with
        {
            Metrics = Named(Sessions with { Dimensions = Enumerable.Range(0, count).ToDictionary(index => $"d{index}", _ => "x") }),
        }));

    [Fact]
    public void Zero_GoesWithAQueue() =>
        Assert.Empty(Of(new() { MinimumTasks = 0, MaximumTasks = 4, BacklogPerTask = new() { Queue = "work", MessagesPerTask = 1 } }));

    [Fact]
    public void Requests_OfAServiceWithoutALoadBalancer_AreAProblem() => Assert.Equal(
        ["app:service.scaling.requestsPerTask: needs an application load balancer in front of the service, which counts the requests"],
        Of(OneToFour with { RequestsPerTask = 600 }, hasLoadBalancer: false));

    [Fact]
    public void Queues_ThatAreNotThere_AreAProblem() => Assert.Equal(
        [
            "app:service.scaling.backlogPerTask.queue: \"play\" is not in queues",
            "app:service.scaling.steps.a.queue: \"rest\" is not in queues",
        ],
        Of(OneToFour with { BacklogPerTask = new() { Queue = "play", MessagesPerTask = 1 }, Steps = Named(Steps with { Queue = "rest" }) }));

    [Theory]
    [InlineData(true, null, "is required for queueDepth")]
    [InlineData(false, "work", "goes with queueDepth only")]
    public void Queue_GoesWithQueueDepth(bool ofQueue, string? queue, string problem)
    {
        var metric = ofQueue ? ScalingMetric.QueueDepth : ScalingMetric.Memory;
        var steps = Steps with { Metric = metric, Queue = queue, ScaleOut = [new() { AboveValue = 60, AddTasks = 1 }] };

        Assert.Equal([$"app:service.scaling.steps.a.queue: {problem}"], Of(OneToFour with { Steps = Named(steps) }));
    }

    [Theory]
    [InlineData(true, 10, 10, "needs values that rise from one to the next")]
    [InlineData(true, 10, 1, "needs values that rise from one to the next")]
    [InlineData(false, 10, 100, "100 is no percentage that can be exceeded; use 0 to 99")]
    public void Values_RiseToWhatIsPossible(bool ofQueue, int first, int second, string problem)
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
    public void ScalingIn_StartsBelowScalingOut() => Assert.Equal(
        ["app:service.scaling.steps.a.scaleInBelowValue: 11 is above the first aboveValue 10: tasks would come and go"],
        Of(OneToFour with { Steps = Named(Steps with { ScaleInBelowValue = 11 }) }));

    private static Dictionary<string, T> Named<T>(T only) => new() { ["a"] = only };

    private static IReadOnlyList<string> Of(ScalingConfig? scaling, int? desiredCount = null, bool hasLoadBalancer = true)
    {
        var problems = new ConfigProblems("dev");
        var service = new ScaledService(scaling, desiredCount ?? Math.Min(scaling!.MinimumTasks, scaling.MaximumTasks), hasLoadBalancer);
        ScalingRules.Check("service", service, ["work"], new RuleChecker(TestConfigs.Values(), problems));
        return [.. problems.All.Select(problem => $"{problem}")];
    }
}
