using Infra.Tests.Support;

namespace Infra.Tests.Stack.Rules;

public sealed class EncryptionRulesTests
{
    private const string Advice = "contains an encrypted value, which would end up in plain text; "
        + "set it as a separate key with `pulumi config set --secret <name> <value>` and reference that as `config: <name>` in service.secrets";

    [Fact]
    public void EncryptedValueInsideABlock_IsAProblem() => Assert.Equal(
        [$"app:service: {Advice}"],
        Problems.Of(("service", """
            secret:{"image":"nginx","containerPort":80,"cpuUnits":256,"memoryMiB":512,"desiredCount":1,"subnets":"public",
                    "environment":{"TOKEN":"hunter2"}}
            """)));

    [Theory]
    [InlineData("services", "secret:{\"api\":{\"image\":\"api:1\"}}", "`config: <name>` in the secrets of the service")]
    [InlineData("jobs", "secret:{\"report\":{\"command\":[\"run\"]}}", "`config: <name>` in the secrets of the job")]
    [InlineData("authentication", "secret:{\"userPool\":{\"domainPrefix\":\"shop\",\"deletionProtection\":false}}", "`clientSecretConfig: <name>` in authentication.oidc")]
    public void BlockWithAPlaceForSecrets_NamesIt(string key, string value, string place) => Assert.Contains(
        $"app:{key}: contains an encrypted value, which would end up in plain text; "
            + $"set it as a separate key with `pulumi config set --secret <name> <value>` and reference that as {place}",
        Problems.Of((key, value)));

    [Theory]
    [InlineData("name", "secret:shop")]
    [InlineData("tags", "secret:{\"team\":\"maps\"}")]
    [InlineData("network", "secret:{\"cidr\":\"10.0.0.0/16\",\"zones\":[\"eu-central-1a\",\"eu-central-1b\"],\"natGateways\":\"none\"}")]
    public void OtherKeys_MayNotBeEncryptedEither(string key, string value) => Assert.Equal(
        [$"app:{key}: contains an encrypted value, but nothing in it is secret; write it in plain text, without secure:"], Problems.Of((key, value)));

    [Fact]
    public void ValueThatASecretNames_IsAccepted() => Assert.Empty(Problems.Of(
        ("token", "secret:hunter2"), ("service", """{"secrets":{"TOKEN":{"config":"token"}}}""")));
}
