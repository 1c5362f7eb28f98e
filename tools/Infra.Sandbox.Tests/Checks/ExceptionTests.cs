using Infra.Sandbox.Checks;
using Infra.Sandbox.Tests.Checks.Support;

namespace Infra.Sandbox.Tests.Checks;

public sealed class ExceptionTests
{
    private static readonly DateOnly Today = new(2026, 12, 1);

    [Fact]
    public async Task Exception_WithReasonAndDay_CoversTheFinding()
    {
        var result = await CheckAsync("{ control: ELB.5, reason: the application logs requests, until: \"2027-03-01\" }");

        var excepted = Assert.Single(result.Excepted);
        Assert.Equal(
            ("ELB.5", "app:loadBalancer.accessLogRetentionDays", "the application logs requests", new DateOnly(2027, 3, 1)),
            (excepted.Finding.Control.Id, excepted.Finding.Key, excepted.Reason, excepted.Until));
        Assert.DoesNotContain("ELB.5", result.Findings.Select(finding => finding.Control.Id));
    }

    [Theory]
    [InlineData("{ control: ELB.5, until: \"2027-03-01\" }", "medium Exception.1 app:exceptions[0]: has no reason, so it is not applied")]
    [InlineData("{ control: ELB.5, reason: none }", "medium Exception.1 app:exceptions[0]: has no last day, so it is not applied")]
    [InlineData("{ control: ELB.5, reason: none, until: \"2026-11-30\" }", "medium Exception.2 app:exceptions[0]: expired on 2026-11-30, so it is not applied")]
    [InlineData(
        "{ control: ELB.17, reason: none, until: \"2027-03-01\" }", "low Exception.3 app:exceptions[0]: is no longer needed: the stack meets ELB.17")]
    [InlineData(
        "{ control: ELB.5, key: app:services.admin, reason: none, until: \"2027-03-01\" }",
        "low Exception.3 app:exceptions[0]: matches no finding of ELB.5 at app:services.admin")]
    [InlineData(
        "{ control: ELB.99, reason: none, until: \"2027-03-01\" }",
        "low Exception.3 app:exceptions[0]: names ELB.99, which AWS does not have for the resources of a stack")]
    [InlineData(
        "{ control: RDS.3, reason: none, until: \"2027-03-01\" }",
        "low Exception.3 app:exceptions[0]: is not needed: RDS.3 is not checked, because databases are encrypted")]
    public async Task Exception_ThatDoesNotHold_IsAFinding(string exception, string expected)
    {
        var result = await CheckAsync(exception);

        Assert.Contains(
            expected, result.Findings.Select(finding => $"{finding.Control.Severity.ToString().ToLowerInvariant()} {finding.Control.Id} {finding.Key}: {finding.Why}"));
        Assert.Empty(result.Excepted);
    }

    [Theory]
    [InlineData("2026-12-01", true)]
    [InlineData("2026-12-02", false)]
    public async Task Exception_HoldsThroughItsLastDay(string today, bool holds)
    {
        var stack = await WithAsync("{ control: ELB.5, reason: none, until: \"2026-12-01\" }");

        Assert.Equal(holds, stack.Check(DateOnly.ParseExact(today, "yyyy-MM-dd", null)).Findings.All(finding => finding.Control.Id != "ELB.5"));
    }

    [Fact]
    public async Task Exception_OfABlock_CoversTheKeysInIt()
    {
        var result = await CheckAsync("{ control: ECS.2, key: app:service, reason: no NAT gateway, until: \"2027-03-01\" }");

        Assert.Equal("app:service.subnets", Assert.Single(result.Excepted).Finding.Key);
    }

    [Fact]
    public async Task Exception_InTheShippedStacks_LeavesNoFindings()
    {
        foreach (var file in new[] { CheckedStack.Dev, CheckedStack.Prod })
        {
            var stack = await CheckedStack.ParseAsync(await File.ReadAllTextAsync(Infra.Tests.Support.RepositoryFiles.Path(file)));

            Assert.Empty(stack.Check(Today).Foundational.Findings);
        }
    }

    private static async Task<CheckResult> CheckAsync(string exception) => (await WithAsync(exception)).Check(Today);

    private static Task<CheckedStack> WithAsync(string exception) =>
        CheckedStack.OfAsync(CheckedStack.Dev, ("  app:cluster:", $"  app:exceptions:\n    - {exception}\n  app:cluster:"));
}
