using Infra.Configuration.Binding;
using Infra.Configuration.StackFiles;
using Pulumi;

namespace Infra.Tests.Configuration.StackFiles;

public sealed class StackFileTests
{
    [Fact]
    public void Block_IsJsonWithOrderedKeys() => Assert.Equal(
        """{"a":["x",{"c":[]}],"b":{}}""",
        Read("config:\n  app:block:\n    b: {}\n    a:\n      - x\n      - c: []").Find("block")!.Text);

    [Theory]
    [InlineData("name", "app:name")]
    [InlineData("app:name", "app:name")]
    [InlineData("app:config:name", "app:name")]
    [InlineData("aws:config:region", "aws:region")]
    public void Key_HasItsFullForm(string key, string fullKey) =>
        Assert.Equal("x", Read($"config:\n  {key}: x").FindKey(fullKey)!.Text);

    [Theory]
    [InlineData("secure: v1:abc")]
    [InlineData("user: {name: x, password: {secure: v1:abc}}")]
    [InlineData("list: [{secure: v1:abc}]")]
    public void EncryptedValue_IsSecretAndUnknown(string yaml) =>
        Assert.Equal(new ConfigValue(null, IsSecret: true), Read($"config:\n  app:key:\n    {yaml}").Find("key"));

    [Fact]
    public void AliasesAndMergeKeys_AreResolved() => Assert.Equal(
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
    public void EncryptionSettings_AreAccepted() =>
        Assert.Empty(Read("encryptionsalt: v1:x\nsecretsprovider: awskms://x\nencryptedkey: y\nenvironment: [z]\nconfig:\n").OwnNames);

    [Theory]
    [InlineData("config: [a]", "1:9: config must be a map of keys to values")]
    [InlineData("- a", "1:1: the file must be a map of keys to values")]
    [InlineData("config:\n  a:b:c: 1", "2:3: \"a:b:c\" is not a configuration key; use namespace:name")]
    [InlineData("config:\n  app:a: 1\n  a: 2", "3:3: app:a is set twice, with and without its namespace; keep one")]
    [InlineData("conifg:\n  a: 1", "1:1: \"conifg\" is not a key of a stack file; did you mean config?")]
    [InlineData("config:\napp:name: x", "2:1: \"app:name\" is not a key of a stack file; move it below config: and indent it")]
    [InlineData("config:\n  app:tags:\n    a: .inf", "3:8: Pulumi does not support the number .inf; if it is text, put it in quotes: \".inf\"")]
    public void Problem_HasItsPosition(string yaml, string problem) =>
        Assert.Equal($"Pulumi.dev.yaml:{problem}", Assert.Throws<RunException>(() => Read(yaml)).Message);

    [Fact]
    public void NestedAliases_AreLimited()
    {
        var lines = Enumerable.Range(1, 8).Select(level => $"  app:a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]");

        Assert.EndsWith(
            "the aliases expand to more than 100,000 values; remove some",
            Assert.Throws<RunException>(() => Read($"config:\n  app:a0: &a0 x\n{string.Join('\n', lines)}\n  app:b: *a8")).Message,
            StringComparison.Ordinal);
    }

    private static ConfigValues Read(string yaml) => StackFile.Parse(
        new YamlFile("Pulumi.dev.yaml", yaml),
        new ProjectFile { Name = "app", Directory = "/", StackDirectory = "/", Defaults = new Dictionary<string, ConfigValue>() });
}
