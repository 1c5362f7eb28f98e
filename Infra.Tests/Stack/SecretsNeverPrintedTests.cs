using Infra.Tests.Support;

namespace Infra.Tests.Stack;

/// <summary>Whatever is wrong with an encrypted value, the message does not show it.</summary>
public sealed class SecretsNeverPrintedTests
{
    private const string Secret = "hunter2";

    [Theory]
    [InlineData("name", Secret + " !")]
    [InlineData("secretRecoveryWindowDays", Secret)]
    [InlineData("secretRecoveryWindowDays", $"\"{Secret}\"")]
    [InlineData("permissionsBoundaryArn", Secret)]
    [InlineData("network", Secret)]
    [InlineData("network", $"[\"{Secret}\"]")]
    [InlineData("network", $$"""{"cidr":"{{Secret}}","zones":["{{Secret}}","{{Secret}}"],"natGateways":"{{Secret}}"}""")]
    [InlineData("domain", $$"""{"name":"{{Secret}}.com","hostedZoneName":"{{Secret}}.org","alternativeNames":["{{Secret}}.com"]}""")]
    [InlineData("loadBalancer", $$"""{"scheme":"{{Secret}}","allowedCidrs":["{{Secret}}"],"tlsPolicy":"{{Secret}}"}""")]
    [InlineData("database", $$"""{"engineVersion":"{{Secret}}","instanceClass":"{{Secret}}","tls":"{{Secret}}","port":"{{Secret}}"}""")]
    [InlineData("service", $$"""{"image":"{{Secret}} !","cpuUnits":"{{Secret}}","subnets":"{{Secret}}"}""")]
    [InlineData("service", $$$"""{"image":"{{{Secret}}} !","containerPort":80,"environment":{"X":"${{{{Secret}}}}"}}""")]
    [InlineData("service", $$$$"""{"secrets":{"X":{"ssmParameter":"{{{{Secret}}}} !","generatedLength":"{{{{Secret}}}}"}}}""")]
    [InlineData("buckets", $$$"""{"results":{"access":"{{{Secret}}}","versioning":"{{{Secret}}}"}}""")]
    [InlineData("aws:region", Secret)]
    public void WrongEncryptedValue_IsNotShown(string key, string value)
    {
        var problems = Problems.Of((key, $"secret:{value}"));

        Assert.NotEmpty(problems);
        Assert.DoesNotContain(problems, problem => problem.Contains(Secret, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void WrongTypeInAnEncryptedBlock_IsNamedWithoutItsValue() => Assert.Contains(
        "app:database.port: (secret) is not a whole number; use 1150 to 65535",
        Problems.Of(("database", $$"""secret:{"port":"{{Secret}}"}""")));

    [Fact]
    public void TheSameValuesUnencrypted_AreShown() => Assert.Contains(
        $"app:database.port: \"{Secret}\" is not a whole number; use 1150 to 65535",
        Problems.Of(("database", $$"""{"port":"{{Secret}}"}""")));

    [Theory]
    [InlineData("""{"secrets":{"X":{"config":"token","generatedLength":24}}}""")]
    [InlineData("""{"secrets":{"X":{"config":"tokn"}}}""")]
    [InlineData("""{"secrets":{"X":{"config":"token"}},"environment":{"X":"a"}}""")]
    public void ProblemAroundAnEncryptedValue_DoesNotShowIt(string service)
    {
        var problems = Problems.Of(("token", $"secret:{Secret}"), ("service", service));

        Assert.NotEmpty(problems);
        Assert.DoesNotContain(problems, problem => problem.Contains(Secret, StringComparison.Ordinal));
    }
}
