using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Infra.Configuration.Binding;

namespace Infra.Tests.Configuration.Binding;

public sealed class ConfigBinderTests
{
    private const string Network = """{"natGateways": "none", "zones": ["eu-west-1a", "eu-west-1b"]}""";

    private readonly ConfigProblems _problems = new("dev");

    [Fact]
    public void ValidFile_BindsEveryKindOfValue()
    {
        var config = Bind(
            """{"natGateways": "onePerZone", "zones": ["eu-west-1a", "eu-west-1b"]}""",
            """
            {"image": "dekart:1", "cpuUnits": 512, "cpuTargetPercent": 62.5, "public": true, "logLevel": "WARN",
             "environment": {"PORT": 5432, "a.b": true}, "rules": [{"port": 80}], "scaling": {"maxTasks": 4}}
            """);

        Assert.Empty(_problems.All);
        Assert.Equal(NatGateways.OnePerZone, config.Network.NatGateways);
        Assert.Equal(["eu-west-1a", "eu-west-1b"], config.Network.Zones);
        Assert.Equal(512, config.Service.CpuUnits);
        Assert.Equal(62.5, config.Service.CpuTargetPercent);
        Assert.True(config.Service.Public);
        Assert.Equal(LogLevel.Warning, config.Service.LogLevel);
        Assert.Equal(new Dictionary<string, string> { ["PORT"] = "5432", ["a.b"] = "true" }, config.Service.Environment);
        Assert.Equal([new RuleConfig { Port = 80 }], config.Service.Rules);
        Assert.Equal(4, config.Service.Scaling!.MaxTasks);
    }

    [Fact]
    public void UnsetKeys_KeepTheirDefaults()
    {
        var service = Bind(Network, """{"image": "dekart:1"}""").Service;

        Assert.Empty(_problems.All);
        Assert.Equal(256, service.CpuUnits);
        Assert.Equal(LogLevel.Info, service.LogLevel);
        Assert.Empty(service.Environment);
        Assert.Null(service.Scaling);
    }

    [Fact]
    public void InvalidFile_ReportsEveryProblem()
    {
        Bind(
            """{"natGateways": "sinlge", "zones": ["eu-west-1a", "Europe", "eu-west-1a", "eu-west-1b"]}""",
            """
            {"image": "", "cpuUnits": "512", "memory": 512, "logLevel": "warn", "rules": [{"port": 70000}, {}],
             "environment": {"a b": null, "PORT": {}}, "scaling": {"maxTask": 3, "color": "red"}}
            """,
            ("app:databse", "{}"),
            ("aws:region", "eu-west-1"));

        Assert.Equal(
            """
            The configuration of stack 'dev' has 16 problems:
              - app:network.natGateways: "sinlge" is not one of none, single or onePerZone; did you mean single?
              - app:network.zones: has 4 items; use 2 to 3 items
              - app:network.zones[1]: "Europe" is not valid; use an availability zone such as eu-west-1a
              - app:network.zones[2]: "eu-west-1a" is listed twice; remove one
              - app:service.image: has no value; use at least 1 character
              - app:service.cpuUnits: "512" is text; remove the quotes
              - app:service.logLevel: "warn" is not one of info or WARN; did you mean WARN?
              - app:service.rules[0].port: 70000 is out of range; use 1 to 65535
              - app:service.rules[1].port: is required; use 1 to 65535
              - app:service.environment["a b"]: is not a valid name; use letters, digits, dots or underscores
              - app:service.environment["a b"]: has no value; write "" for an empty text, and put text that starts with # in quotes
              - app:service.environment.PORT: a block is not text
              - app:service.scaling.maxTask: is not a known key; did you mean maxTasks?
              - app:service.scaling.color: is not a known key; the keys are minTasks and maxTasks
              - app:service.memory: is not a known key; the keys are image, cpuUnits, cpuTargetPercent, public, logLevel, environment, rules and scaling
              - app:databse: is not a known key; the keys are network, service and label
            """.ReplaceLineEndings("\n"),
            _problems.Message());
    }

    [Fact]
    public void EmptyFile_ReportsRequiredBlocksAndReturnsACompleteConfig()
    {
        var config = ConfigBinder.Bind<StackSettings>(Values(), _problems);

        Assert.Equal(
            ["app:network: is required; its keys are natGateways and zones", "app:service: is required; its keys are image, cpuUnits, "
                + "cpuTargetPercent, public, logLevel, environment, rules and scaling"],
            _problems.All.Select(problem => problem.ToString()));
        Assert.Empty(config.Network.Zones);
        Assert.Equal("", config.Service.Image);
        Assert.Equal(256, config.Service.CpuUnits);
    }

    [Fact]
    public void SecretBlock_InvalidValues_AreHidden()
    {
        const string Service = """{"image": 5, "cpuUnits": "hunter2", "logLevel": "WARNING", "rules": ["hunter2"]}""";
        ConfigBinder.Bind<StackSettings>(Values(("app:network", new(Network, false)), ("app:service", new(Service, true))), _problems);

        Assert.Equal(
            """
            The configuration of stack 'dev' has 3 problems:
              - app:service.cpuUnits: (secret) is not a whole number; use 256, 512 or 1024
              - app:service.logLevel: (secret) is not one of info or WARN
              - app:service.rules[0]: (secret) is not a block; its only key is port
            """.ReplaceLineEndings("\n"),
            _problems.Message());
    }

    [Fact]
    public void EncryptedValue_IsOneProblem()
    {
        ConfigBinder.Bind<StackSettings>(Values(("app:network", new(Network, false)), ("app:service", new(null, true))), _problems);

        Assert.Equal(
            "app:service: contains an encrypted value, but nothing in it is secret; write it in plain text, without secure:",
            Assert.Single(_problems.All).ToString());
    }

    [Fact]
    public void KeyReferencedByTheConfiguration_IsKnown()
    {
        var values = Values(
            ("app:network", new(Network, false)),
            ("app:service", new("""{"image": "apiToken"}""", false)),
            ("app:apiToken", new(null, true)),
            ("app:extra", new("1", false)));

        ConfigBinder.Bind<StackSettings>(values, _problems, config => [config.Service.Image]);

        Assert.Equal("app:extra: is not a known key; the keys are network, service and label", Assert.Single(_problems.All).ToString());
    }

    [Theory]
    [InlineData("5")]
    [InlineData("{not json")]
    [InlineData("say \"hi\"\n")]
    public void TopLevelText_IsNotParsed(string text)
    {
        Assert.Equal(text, Bind(Network, """{"image": "i"}""", ("app:label", text)).Label);
        Assert.Empty(_problems.All);
    }

    [Theory]
    [InlineData("single", "app:network: \"single\" is not a block; its keys are natGateways and zones")]
    [InlineData("[]", "app:network: a list is not a block; its keys are natGateways and zones")]
    [InlineData("", "app:network: has no value; its keys are natGateways and zones")]
    public void NotABlock_ListsTheKeys(string network, string problem)
    {
        Bind(network, """{"image": "i"}""");

        Assert.Equal(problem, Assert.Single(_problems.All).ToString());
    }

    private static ConfigValues Values(params (string Key, ConfigValue Value)[] entries) =>
        new("app", entries.ToDictionary(entry => entry.Key, entry => entry.Value));

    private StackSettings Bind(string network, string service, params (string Key, string Text)[] others)
    {
        (string Key, string Text)[] all = [("app:network", network), ("app:service", service), .. others];
        return ConfigBinder.Bind<StackSettings>(Values([.. all.Select(entry => (entry.Key, new ConfigValue(entry.Text, false)))]), _problems);
    }

    private enum NatGateways
    {
        None,
        Single,
        OnePerZone,
    }

    private enum LogLevel
    {
        Info,

        [JsonStringEnumMemberName("WARN")]
        Warning,
    }

    private sealed record StackSettings
    {
        public required NetworkConfig Network { get; init; }

        public required ServiceConfig Service { get; init; }

        public string? Label { get; init; }
    }

    private sealed record NetworkConfig
    {
        public required NatGateways NatGateways { get; init; }

        [Length(2, 3), Unique, Pattern("[a-z]{2}-[a-z]+-[0-9][a-z]", "an availability zone such as eu-west-1a")]
        public required IReadOnlyList<string> Zones { get; init; }
    }

    private sealed record ServiceConfig
    {
        [MinLength(1)]
        public required string Image { get; init; }

        [AllowedValues(256, 512, 1024)]
        public int CpuUnits { get; init; } = 256;

        public double CpuTargetPercent { get; init; } = 50;

        public bool Public { get; init; }

        public LogLevel LogLevel { get; init; }

        [Keys("[A-Za-z0-9._]+", "letters, digits, dots or underscores")]
        public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

        public IReadOnlyList<RuleConfig> Rules { get; init; } = [];

        public ScalingConfig? Scaling { get; init; }
    }

    private sealed record RuleConfig
    {
        [Range(1, 65535)]
        public required int Port { get; init; }
    }

    private sealed record ScalingConfig
    {
        public int MinTasks { get; init; } = 1;

        public required int MaxTasks { get; init; }
    }
}
