using Infra.Configuration.Binding;
using Infra.Sandbox.StackFiles;
using Pulumi;

namespace Infra.Tests.Sandbox;

public sealed class StackFileTests
{
    [Theory]
    [InlineData("17", "17")]
    [InlineData("017", "017")] // as it is written, not as the number
    [InlineData("1.10", "1.10")]
    [InlineData("true", "true")]
    [InlineData("\"true\"", "true")]
    [InlineData("'a: b'", "a: b")]
    [InlineData("~", "")]
    public void SingleValue_KeepsItsText(string yaml, string text) => Assert.Equal(text, Read($"config:\n  app:key: {yaml}").Find("key")!.Text);

    [Theory]
    [InlineData("17", "17")]
    [InlineData("\"17\"", "\"17\"")]
    [InlineData("!!str 17", "\"17\"")]
    [InlineData("-0x10", "\"-0x10\"")] // only decimal numbers have a sign
    [InlineData("0x1F", "31")]
    [InlineData("0o17", "15")]
    [InlineData("017", "17")]
    [InlineData("1.50", "1.5")]
    [InlineData("1e3", "1000")]
    [InlineData("10.0.0.0/16", "\"10.0.0.0/16\"")]
    [InlineData("Infinity", "\"Infinity\"")]
    [InlineData("True", "true")]
    [InlineData("yes", "\"yes\"")] // a boolean in YAML 1.1 only
    [InlineData("null", "null")]
    [InlineData("\"\"", "\"\"")]
    public void ValueInBlock_IsTypedAsInYaml12(string yaml, string json) =>
        Assert.Equal($$"""{"value":{{json}}}""", Read($"config:\n  app:block:\n    value: {yaml}").Find("block")!.Text);

    [Fact]
    public void Block_IsJsonWithItsKeysInOrder() => Assert.Equal(
        """{"a":["x",{"c":[]}],"b":{}}""",
        Read("config:\n  app:block:\n    b: {}\n    a:\n      - x\n      - c: []").Find("block")!.Text);

    [Theory]
    [InlineData("name", "app:name")]
    [InlineData("app:name", "app:name")]
    [InlineData("app:config:name", "app:name")]
    [InlineData("aws:config:region", "aws:region")]
    public void Key_IsBroughtToItsFullForm(string key, string fullKey) =>
        Assert.Equal("x", Read($"config:\n  {key}: x").FindKey(fullKey)!.Text);

    [Theory]
    [InlineData("secure: v1:abc")]
    [InlineData("user: {name: x, password: {secure: v1:abc}}")]
    [InlineData("list: [{secure: v1:abc}]")]
    public void EncryptedValue_IsSecretAndUnknown(string yaml) =>
        Assert.Equal(new ConfigValue(null, IsSecret: true), Read($"config:\n  app:key:\n    {yaml}").Find("key"));

    [Fact]
    public void AliasesAndMergeKeys_StandForWhatTheyName() => Assert.Equal(
        """{"memory":1024,"size":"large"}""",
        Read("""
            config:
              app:small: &small
                memory: 512
                size: large
              app:large:
                <<: *small
                memory: 1024
            """).Find("large")!.Text);

    [Fact]
    public void EncryptionSettings_AreAcceptedBesideTheConfiguration() =>
        Assert.Empty(Read("encryptionsalt: v1:x\nsecretsprovider: awskms://x\nencryptedkey: y\nenvironment: [z]\nconfig:\n").OwnNames);

    [Theory]
    [InlineData("config:\n  a: [x\n  b: 1", "3:3: did not expect this here; is a bracket before it not closed?")]
    [InlineData("config:\n  a: 'x\n", "2:6: While scanning a quoted scalar, found unexpected end of stream.")]
    [InlineData("config:\n  a: 1\n  a: 2", "3:3: Duplicate key a")]
    [InlineData("config: [a]", "1:9: config must be a mapping of keys to values")]
    [InlineData("- a", "1:1: the file must be a mapping of keys to values")]
    [InlineData("config:\n  a:b:c: 1", "2:10: \"a:b:c\" is not a configuration key; use namespace:name")]
    [InlineData("config:\n  app:a: 1\n  a: 2", "3:6: app:a is set twice")]
    [InlineData("conifg:\n  a: 1", "2:3: \"conifg\" is not a key of a stack file; configuration goes under config")]
    [InlineData("config:\n  a: &x [*x]", "2:6: is nested too deeply")]
    [InlineData("config:\n  a: &x {<<: *x}", "2:6: is nested too deeply")]
    public void Mistake_IsReportedWithItsPlace(string yaml, string problem) =>
        Assert.Equal($"Pulumi.dev.yaml:{problem}", Assert.Throws<RunException>(() => Read(yaml)).Message);

    private static ConfigValues Read(string yaml) => StackFile.Parse(
        new YamlFile("Pulumi.dev.yaml", new StringReader(yaml)),
        new ProjectFile { Name = "app", Directory = "/", StackDirectory = "/", Defaults = new Dictionary<string, ConfigValue>() });
}
