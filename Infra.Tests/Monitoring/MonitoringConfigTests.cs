using Infra.Tests.Support;

namespace Infra.Tests.Monitoring;

/// <summary>The blocks notifications, alarms, dashboard and webAcl.</summary>
public sealed class MonitoringConfigTests
{
    [Fact]
    public void Blocks_Omitted_AreNull()
    {
        var config = TestConfigs.Minimal;

        Assert.Null(config.Notifications);
        Assert.Null(config.Alarms);
        Assert.False(config.Dashboard);
        Assert.Null(config.WebAcl);
    }

    [Fact]
    public void Alarms_EmptyBlock_HasTheDefaults() => Assert.Equal(
        new AlarmsConfig
        {
            ServerErrorsPercent = 5,
            ResponseTimeSeconds = 2,
            UnhealthyTasks = true,
            LoadBalancerErrorsPerFiveMinutes = 10,
            CpuPercent = 90,
            MemoryPercent = 90,
            DeadLetters = true,
        },
        TestConfigs.With(("alarms", "{}")).Alarms);

    [Fact]
    public void WebAcl_EmptyBlock_HasTheDefaults()
    {
        var webAcl = TestConfigs.With(("webAcl", "{}")).WebAcl!;

        Assert.Null(webAcl.RateLimitPerFiveMinutes);
        Assert.Equal(
            ["AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet", "AWSManagedRulesAmazonIpReputationList"],
            webAcl.ManagedRules);
        Assert.False(webAcl.CountOnly);
    }

    [Theory]
    [InlineData("notifications", """{"emails":["ops@example.com","o'neill+x@mail.example.co.uk"]}""")]
    [InlineData("alarms", """{"serverErrorsPercent":0.5,"responseTimeSeconds":3600,"cpuPercent":99}""")]
    [InlineData("alarms", """{"serverErrorsPercent":0,"unhealthyTasks":false,"deadLetters":false}""")]
    [InlineData("webAcl", """{"rateLimitPerFiveMinutes":10}""")]
    [InlineData("webAcl", """{"rateLimitPerFiveMinutes":2000000000,"countOnly":true}""")]
    public void Value_WithinItsLimits_IsAccepted(string key, string json) => Assert.Empty(Problems.Of((key, json)));

    [Theory]
    [InlineData("notifications", "{}", "notifications.emails: is required; use a list of text")]
    [InlineData("notifications", """{"emails":[]}""", "notifications.emails: is empty; use at least 1 item")]
    [InlineData("notifications", """{"emails":["ops"]}""", "notifications.emails[0]: \"ops\" is not valid; use an email address such as ops@example.com")]
    [InlineData("notifications", """{"emails":["a@b.io","a@b.io"]}""", "notifications.emails[1]: \"a@b.io\" is listed twice; remove one")]
    [InlineData("dashboard", "yes", "dashboard: \"yes\" is not true or false")]
    [InlineData("webAcl", """{"managedRules":["AWSManagedRulesSQLiRuleSet","AWSManagedRulesSQLiRuleSet"]}""",
        "webAcl.managedRules[1]: \"AWSManagedRulesSQLiRuleSet\" is listed twice; remove one")]
    public void Value_OutsideItsLimits_IsRefused(string key, string json, string problem) =>
        Assert.Equal([$"app:{problem}"], Problems.Of((key, json)));

    [Fact]
    public void ManagedRules_ThatCostExtra_AreRefused() => Assert.StartsWith(
        "app:webAcl.managedRules[0]: \"AWSManagedRulesBotControlRuleSet\" is not one of AWSManagedRulesCommonRuleSet, ",
        Assert.Single(Problems.Of(("webAcl", """{"managedRules":["AWSManagedRulesBotControlRuleSet"]}"""))),
        StringComparison.Ordinal);
}
