using Infra.Tests.Support;

namespace Infra.Tests.Services;

public sealed class ServiceRulesTests
{
    [Theory]
    [InlineData(10, 9, null)]
    [InlineData(10, 10, "app:service.healthCheck.timeoutSeconds: 10 is not less than intervalSeconds 10")]
    [InlineData(10, 11, "app:service.healthCheck.timeoutSeconds: 11 is not less than intervalSeconds 10")]
    public void HealthCheck_MustAnswerBeforeTheNextOne(int interval, int timeout, string? problem) => Assert.Equal(
        problem is null ? [] : new[] { problem },
        Of($$"""
            "healthCheck":{"intervalSeconds":{{interval}},"timeoutSeconds":{{timeout}}}
            """));

    [Theory]
    [InlineData("443", null)]
    [InlineData("25,443", null)]
    [InlineData("", "needs 443: over it a task fetches its image and secrets and sends its log")]
    [InlineData("80", "needs 443: over it a task fetches its image and secrets and sends its log")]
    public void EgressPorts_NeedWhatEveryTaskNeeds(string ports, string? problem) => Assert.Equal(
        problem is null ? [] : new[] { $"app:service.egressPorts: {problem}" },
        Of($$"""
            "egressPorts":[{{ports}}]
            """));

    [Theory]
    [InlineData("\"FARGATE\":{\"weight\":1}", null)]
    [InlineData("\"FARGATE\":{\"weight\":1,\"base\":1},\"FARGATE_SPOT\":{\"weight\":4}", null)]
    [InlineData("\"FARGATE\":{\"weight\":0,\"base\":1},\"FARGATE_SPOT\":{\"weight\":1}", null)]
    [InlineData("\"FARGATE\":{\"weight\":0}", "needs at least one weight over 0")]
    [InlineData("\"FARGATE\":{\"weight\":1,\"base\":1},\"FARGATE_SPOT\":{\"weight\":1,\"base\":1}", "only one provider may have a base over 0")]
    public void CapacityProviders_NeedAWeightAndAtMostOneBase(string providers, string? problem) => Assert.Equal(
        problem is null ? [] : new[] { $"app:service.capacityProviders: {problem}" },
        Of($$"""
            "capacityProviders":{{{providers}}}
            """));

    [Theory]
    [InlineData(1, 0, 100)]         // stops the only task first
    [InlineData(1, 50, 200)]
    [InlineData(1, 100, 200)]
    [InlineData(2, 50, 100)]
    [InlineData(2, 100, 150)]
    [InlineData(0, 100, 200)]
    public void DeploymentWithRoomToReplaceATask_IsAccepted(int count, int minimum, int maximum) =>
        Assert.Empty(Of(Deployment(count, minimum, maximum)));

    [Theory]
    [InlineData(1, 100, 100)]
    [InlineData(1, 100, 150)]       // one and a half tasks are one
    [InlineData(1, 50, 100)]        // half a task is one
    [InlineData(2, 51, 100)]
    [InlineData(3, 100, 133)]
    [InlineData(0, 100, 100)]
    public void DeploymentWithoutRoom_IsAProblem(int count, int minimum, int maximum) => Assert.Equal(
        [
            $"app:service.maximumPercent: {maximum} with minimumHealthyPercent {minimum} and desiredCount {count} "
                + "leaves no room to replace a task; raise this or lower the other",
        ],
        Of(Deployment(count, minimum, maximum)));

    [Theory]
    [InlineData(100, true, "app:service.zoneRebalancing: needs maximumPercent over 100: a task is moved by starting another first")]
    [InlineData(100, false, null)]
    [InlineData(200, true, null)]
    public void ZoneRebalancing_NeedsRoomForAnotherTask(int maximum, bool rebalancing, string? problem) => Assert.Equal(
        problem is null ? [] : new[] { problem },
        Of($"\"minimumHealthyPercent\":0,\"maximumPercent\":{maximum},\"zoneRebalancing\":{(rebalancing ? "true" : "false")}"));

    [Fact]
    public void StatusCodes_ThatRunBackwards_AreAProblem() => Assert.Equal(
        ["app:service.healthCheck.statusCodes: 399-200 runs backwards; write 200-399"], Of("\"healthCheck\":{\"statusCodes\":\"399-200\"}"));

    private static string Deployment(int count, int minimum, int maximum) =>
        $"\"desiredCount\":{count},\"minimumHealthyPercent\":{minimum},\"maximumPercent\":{maximum},\"zoneRebalancing\":false";

    private static IReadOnlyList<string> Of(string keys) => Problems.Of(("service", $$"""{{{keys}}}"""));
}
