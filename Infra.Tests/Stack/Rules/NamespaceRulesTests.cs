using Infra.Stack.Rules;
using Infra.Tests.Support;

namespace Infra.Tests.Stack.Rules;

public sealed class NamespaceRulesTests
{
    [Theory]
    [InlineData("ap:authentication", "app:authentication")]
    [InlineData("App:authentication", "app:authentication")]
    [InlineData("apps:domain", "app:domain")]
    [InlineData("aap:alarms", "app:alarms")]
    [InlineData("APP:autentication", "app:authentication")]
    public void NamespaceThatIsNearlyTheProjects_IsAProblem(string key, string meant) =>
        Assert.Equal([$"{key}: is not in a known namespace; did you mean {meant}?"], Problems.Of((key, "{}")));

    [Fact]
    public void RequiredKey_InANamespaceThatIsNearlyTheProjects_IsOneProblem() => Assert.Equal(
        ["ap:service: is not in a known namespace; did you mean app:service?"], Problems.Of(("service", "-"), ("ap:service", """{"image":"nginx:1.29"}""")));

    [Theory]
    [InlineData("aws:regoin", "Pulumi's AWS provider has no such key; did you mean aws:region?")]
    [InlineData("aws:assumeRole", "Pulumi's AWS provider has no such key; did you mean aws:assumeRoles?")]
    [InlineData("aws:domain", "Pulumi's AWS provider has no such key; did you mean app:domain?")]
    [InlineData("aws:skipGetEc2Platforms", "Pulumi's AWS provider has no such key; remove it")]
    [InlineData("pulumi:tag", "Pulumi has no such key; did you mean pulumi:tags?")]
    [InlineData("aws:secretKey", "is a credential in plain text; take it out of the file and revoke it, then use aws:profile or the environment")]
    [InlineData("aws:token", "is a credential in plain text; take it out of the file and revoke it, then use aws:profile or the environment")]
    public void KeyOfAnother_ThatCannotBeMeant_IsAProblem(string key, string problem) => Assert.Equal([$"{key}: {problem}"], Problems.Of((key, "x")));

    [Fact]
    public void KeyOfAnother_WithoutAValue_IsAProblem() => Assert.Equal(
        ["aws:profile: has no value; set it or remove the key"], Problems.Of(("aws:profile", "")));

    [Theory]
    [InlineData("acme:owner", "nothing here reads the namespace acme; keys of this program begin with app:")]
    [InlineData("random:seed", "nothing here reads the namespace random; keys of this program begin with app:")]
    [InlineData(
        "aws:defaultTags",
        "every resource has the tags of app:tags already; with the same tag in both, the provider reports changes for ever. Use app:tags alone")]
    [InlineData("pulumi:autonaming", "the names that this program checks for their length are those that Pulumi makes without it; remove it")]
    [InlineData(
        "pulumi:disable-default-providers",
        "this program has no other provider than the default one; remove it, unless it leaves aws, awsx and random out")]
    public void KeyOfAnother_ThatMayBeMeant_IsAWarning(string key, string warning) =>
        Assert.Equal([$"{key}: {warning}"], TestConfigs.With((key, "{}")).Warnings.Select(found => $"{found}"));

    [Theory]
    [InlineData("aws:profile", "work")]
    [InlineData("aws:allowedAccountIds", "[\"012345678901\"]")]
    [InlineData("aws:secretKey", "secret:x")]
    [InlineData("pulumi:tags", "{}")]
    public void KeyOfAnother_ThatItReads_IsAccepted(string key, string value) => Assert.Empty(TestConfigs.With((key, value)).Warnings);

    [Fact]
    public void ProviderKeys_AreThoseOfTheProvider() => Assert.Equal(35, AwsProviderKeys.All.Distinct().Count());
}
