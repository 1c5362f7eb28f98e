using Infra.Configuration.Binding;
using Infra.Tests.Support;
using Pulumi.Utilities;

namespace Infra.Tests.Stack;

public sealed class StackConfigLoaderTests
{
    private const string TwoSecrets = """{"secrets":{"A":{"config":"token"},"B":{"config":"token"},"C":{"config":"other"}}}""";

    [Fact]
    public void Region_IsThatOfTheProvider() => Assert.Equal("eu-central-1", TestConfigs.Minimal.Region);

    [Fact]
    public void RefusedConfiguration_ListsEveryProblemUnderTheStacksName() => Assert.Equal(
        """
        The configuration of stack 'dev' has 4 problems:
          - app:network.cidr: 8.8.0.0/16 is not private; use a range in 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16
          - app:service.memoryMib: is not a known key; did you mean memoryMiB?
          - app:service.image: "Shop Front" is not an image; use one such as nginx:1.29 or registry.example.com/team/app@sha256:…
          - aws:region: is required; set it with `pulumi config set aws:region <region>`
        """.ReplaceLineEndings("\n"),
        TestConfigs.ProblemsOf(
            ("aws:region", "-"),
            ("network", """{"cidr":"8.8.0.0/16"}"""),
            ("service", """{"image":"Shop Front","memoryMiB":null,"memoryMib":512}""")));

    [Fact]
    public void EmptyConfiguration_IsRefusedWithoutAnyOtherError() => Assert.Equal(
        """
        The configuration of stack 'prod' has 4 problems:
          - app:name: is required; use up to 20 lower-case letters, digits and single dashes, a letter first
          - app:network: is required unless existingNetwork is set
          - app:service: is required unless services or jobs is set
          - aws:region: is required; set it with `pulumi config set aws:region <region>`
        """.ReplaceLineEndings("\n"),
        Assert.Throws<Pulumi.RunException>(() => StackConfigLoader.Load(new("app", new Dictionary<string, ConfigValue>()), "prod")).Message);

    [Fact]
    public async Task ValuesThatSecretsName_AreHandedOverAsSecrets()
    {
        var values = TestConfigs.With(("token", "secret:hunter2"), ("other", "secret:hunter3"), ("service", TwoSecrets)).SecretValues;

        Assert.Equal(["other", "token"], values.Keys.Order());
        Assert.Equal("hunter2", await OutputUtilities.GetValueAsync(values["token"]));
        Assert.Equal("hunter3", await OutputUtilities.GetValueAsync(values["other"]));
        Assert.True(await Pulumi.Output.IsSecretAsync(values["token"]));
    }

    [Fact]
    public async Task SecretThatCannotBeReadHere_IsAnUnknownSecret()
    {
        var values = new Dictionary<string, ConfigValue>
        {
            ["aws:region"] = new("eu-central-1", IsSecret: false),
            ["app:name"] = new("shop", IsSecret: false),
            ["app:network"] = TestConfigs.Values().Find("network")!,
            ["app:service"] = TestConfigs.Values(("service", """{"secrets":{"A":{"config":"token"}}}""")).Find("service")!,
            ["app:token"] = new(Text: null, IsSecret: true),
        };

        var token = StackConfigLoader.Load(new ConfigValues("app", values), "dev").SecretValues["token"];

        Assert.False(await OutputUtilities.GetIsKnownAsync(token));
        Assert.True(await Pulumi.Output.IsSecretAsync(token));
    }

    [Fact]
    public void StackWithoutSecrets_HasNoSecretValues() => Assert.Empty(TestConfigs.Minimal.SecretValues);
}
