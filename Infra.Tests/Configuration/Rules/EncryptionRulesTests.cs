namespace Infra.Tests.Configuration.Rules;

public sealed class EncryptionRulesTests
{
    private const string Advice = "holds an encrypted value, which would be shown in plain text; "
        + "give it a key of its own with `pulumi config set --secret <name> <value>` and refer to that as `config: <name>` in service.secrets";

    [Fact]
    public void EncryptedValueInsideABlock_IsAProblem() => Assert.Equal(
        [$"app:service: {Advice}"],
        Problems.Of(("service", """
            secret:{"image":"nginx","containerPort":80,"cpuUnits":256,"memoryMiB":512,"desiredCount":1,"subnets":"public",
                    "environment":{"TOKEN":"hunter2"}}
            """)));

    [Theory]
    [InlineData("name", "secret:shop")]
    [InlineData("tags", "secret:{\"team\":\"maps\"}")]
    [InlineData("network", "secret:{\"cidr\":\"10.0.0.0/16\",\"zones\":[\"eu-central-1a\",\"eu-central-1b\"],\"natGateways\":\"none\"}")]
    public void OtherKeys_MayNotBeEncryptedEither(string key, string value) => Assert.Equal([$"app:{key}: {Advice}"], Problems.Of((key, value)));

    [Fact]
    public void ValueThatASecretNames_IsAccepted() => Assert.Empty(Problems.Of(
        ("token", "secret:hunter2"), ("service", """{"secrets":{"TOKEN":{"config":"token"}}}""")));
}
