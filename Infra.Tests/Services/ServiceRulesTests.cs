using Infra.Tests.Support;

namespace Infra.Tests.Services;

public sealed class ServiceRulesTests
{
    [Theory]
    [InlineData(10, 9, null)]
    [InlineData(10, 10, "app:service.healthCheck.timeoutSeconds: 10 must be less than intervalSeconds 10")]
    [InlineData(10, 11, "app:service.healthCheck.timeoutSeconds: 11 must be less than intervalSeconds 10")]
    public void HealthCheck_TimeoutNotBelowInterval_IsRefused(int interval, int timeout, string? problem) => Assert.Equal(
        problem is null ? [] : new[] { problem },
        Of($$"""
            "healthCheck":{"intervalSeconds":{{interval}},"timeoutSeconds":{{timeout}}}
            """));

    [Theory]
    [InlineData("443", null)]
    [InlineData("25,443", null)]
    [InlineData("", "must include 443: tasks use it to pull images, read secrets and send logs")]
    [InlineData("80", "must include 443: tasks use it to pull images, read secrets and send logs")]
    public void EgressPorts_WithoutHttps_AreRefused(string ports, string? problem) => Assert.Equal(
        problem is null ? [] : new[] { $"app:service.egressPorts: {problem}" },
        Of($$"""
            "egressPorts":[{{ports}}]
            """));

    [Theory]
    [InlineData("\"FARGATE\":{\"weight\":1}", null)]
    [InlineData("\"FARGATE\":{\"weight\":1,\"base\":1},\"FARGATE_SPOT\":{\"weight\":4}", null)]
    [InlineData("\"FARGATE\":{\"weight\":0,\"base\":1},\"FARGATE_SPOT\":{\"weight\":1}", null)]
    [InlineData("\"FARGATE\":{\"weight\":0}", "needs at least one weight above 0")]
    [InlineData("\"FARGATE\":{\"weight\":1,\"base\":1},\"FARGATE_SPOT\":{\"weight\":1,\"base\":1}", "only one provider may have a base above 0")]
    public void CapacityProviders_InvalidWeightsOrBases_AreRefused(string providers, string? problem) => Assert.Equal(
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
    public void Deployment_WithRoom_IsAccepted(int count, int minimum, int maximum) =>
        Assert.Empty(Of(Deployment(count, minimum, maximum)));

    [Theory]
    [InlineData(1, 100, 100)]
    [InlineData(1, 100, 150)]       // one and a half tasks are one
    [InlineData(1, 50, 100)]        // half a task is one
    [InlineData(2, 51, 100)]
    [InlineData(3, 100, 133)]
    [InlineData(0, 100, 100)]
    public void Deployment_WithoutRoom_IsRefused(int count, int minimum, int maximum) => Assert.Equal(
        [
            $"app:service.maximumPercent: {maximum} with minimumHealthyPercent {minimum} and desiredCount {count} "
                + "leaves no room to replace a task; raise it or lower minimumHealthyPercent",
        ],
        Of(Deployment(count, minimum, maximum)));

    [Theory]
    [InlineData(100, true, "app:service.zoneRebalancing: requires maximumPercent above 100: ECS starts the replacement of a task before it stops the task")]
    [InlineData(100, false, null)]
    [InlineData(200, true, null)]
    public void ZoneRebalancing_WithMaximumPercent100_IsRefused(int maximum, bool rebalancing, string? problem) => Assert.Equal(
        problem is null ? [] : new[] { problem },
        Of($"\"minimumHealthyPercent\":0,\"maximumPercent\":{maximum},\"zoneRebalancing\":{(rebalancing ? "true" : "false")}"));

    [Fact]
    public void StatusCodes_Reversed_AreRefused() => Assert.Equal(
        ["app:service.healthCheck.statusCodes: 399-200 is reversed; use 200-399"], Of("\"healthCheck\":{\"statusCodes\":\"399-200\"}"));

    private static string Deployment(int count, int minimum, int maximum) =>
        $"\"desiredCount\":{count},\"minimumHealthyPercent\":{minimum},\"maximumPercent\":{maximum},\"zoneRebalancing\":false";

    private static IReadOnlyList<string> Of(string keys) => Problems.Of(("service", $$"""{{{keys}}}"""));
}
