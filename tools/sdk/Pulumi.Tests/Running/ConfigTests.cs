using System.Text.Json;
using static Pulumi.Tests.TestRun;

namespace Pulumi.Tests;

[Collection(nameof(ProcessState))]
public class ConfigTests
{
    [Fact]
    public async Task Get_ReadsTheProjectsNamespaceByDefault() =>
        Assert.Equal("value", await WithAsync(("project:key", "value"), config => config.Get("key")));

    [Fact]
    public async Task Get_OfAnUnsetKeyIsNull()
    {
        Assert.Null(await WithAsync(default, config => config.Get("key")));
        Assert.Null(await WithAsync(default, config => config.GetInt32("key")));
        Assert.Null(await WithAsync(default, config => config.GetObject<Shape>("key")));
        Assert.Null(await WithAsync(default, config => config.GetSecret("key")));
        Assert.Null(await WithAsync(default, config => config.GetSecretBoolean("key")));
    }

    [Fact]
    public async Task Config_ReadsAnotherNamespace()
    {
        var region = await WithAsync(("aws:region", "eu-west-1"), _ => new Config("aws").Require("region"));

        Assert.Equal("eu-west-1", region);
    }

    [Fact]
    public async Task OldKeys_AreNormalized() =>
        Assert.Equal("value", await WithAsync(("project:config:key", "value"), config => config.Get("key")));

    [Fact]
    public async Task Project_ComesFromTheTestOptions()
    {
        string? value = null;
        using var _ = Configured("""{"shop:key":"value"}""");
        await Deployment.TestAsync(
            new RecordingMocks(), new TestOptions { ProjectName = "shop" }, () => { value = new Config().Get("key"); });

        Assert.Equal("value", value);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public async Task Boolean_IsParsed(string text, bool expected) =>
        Assert.Equal(expected, await WithAsync(("project:key", text), config => config.RequireBoolean("key")));

    [Fact]
    public async Task Numbers_AreParsed()
    {
        Assert.Equal(-5, await WithAsync(("project:key", "-5"), config => config.RequireInt32("key")));
        Assert.Equal(0.25, await WithAsync(("project:key", "0.25"), config => config.GetDouble("key")));
    }

    [Theory]
    [InlineData("True", "Boolean")]
    [InlineData("yes", "Boolean")]
    [InlineData("1.5", "Int32")]
    [InlineData("many", "Double")]
    [InlineData("1,000", "Double")]
    public async Task WrongType_IsReportedWithKeyValueAndType(string text, string type)
    {
        var errors = await FailureOfAsync(() => WithAsync<object?>(("project:key", text), config => type switch
        {
            "Boolean" => config.GetBoolean("key"),
            "Int32" => config.GetInt32("key"),
            _ => config.GetDouble("key"),
        }));

        Assert.Equal([$"Configuration 'project:key' value '{text}' is not a valid {type}"], errors);
    }

    [Fact]
    public async Task MissingKey_IsReportedWithTheCommandThatSetsIt()
    {
        var errors = await FailureOfAsync(() => WithAsync(default, config => config.Require("key")));

        Assert.Equal(
            ["Missing Required configuration variable 'project:key'\n" +
            "\tplease set a value using the command `pulumi config set project:key <value>`"], errors);
    }

    [Theory]
    [InlineData("bool")]
    [InlineData("int")]
    [InlineData("double")]
    [InlineData("object")]
    [InlineData("secret")]
    public async Task EveryRequire_ReportsAMissingKey(string kind)
    {
        var errors = await FailureOfAsync(() => WithAsync<object>(default, config => kind switch
        {
            "bool" => config.RequireBoolean("key"),
            "int" => config.RequireInt32("key"),
            "double" => config.RequireDouble("key"),
            "object" => config.RequireObject<Shape>("key"),
            _ => config.RequireSecret("key"),
        }));

        Assert.StartsWith("Missing Required configuration variable 'project:key'", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exceptions_AreRunExceptions()
    {
        var caught = await WithAsync(default, config => Record.Exception(() => config.Require("key")));

        Assert.IsAssignableFrom<RunException>(caught);
    }

    [Fact]
    public async Task Object_IsReadFromJson()
    {
        var shape = await WithAsync(("project:key", """{"Sides":4,"Names":["a"]}"""), config => config.RequireObject<Shape>("key"));

        Assert.Equal(4, shape.Sides);
        Assert.Equal(["a"], shape.Names);
    }

    [Fact]
    public async Task Object_IsCaseSensitiveUnlessOptionsSayOtherwise()
    {
        var setting = ("project:key", """{"sides":4}""");

        Assert.Equal(0, (await WithAsync(setting, config => config.RequireObject<Shape>("key"))).Sides);
        Assert.Equal(4, (await WithAsync(
            setting, config => config.RequireObject<Shape>("key", JsonSerializerOptions.Web))).Sides);
    }

    [Fact]
    public async Task InvalidObject_NamesTheType()
    {
        var errors = await FailureOfAsync(() => WithAsync(("project:key", "{"), config => config.GetObject<Shape>("key")));

        Assert.Equal([$"Configuration 'project:key' value '{{' is not a valid {typeof(Shape).FullName}"], errors);
    }

    [Fact]
    public async Task Secrets_AreSecretOutputs()
    {
        var text = await WithAsync(("project:key", "5"), config => config.RequireSecret("key"));
        var number = await WithAsync(("project:key", "5"), config => config.GetSecretInt32("key")!);

        Assert.True(await Output.IsSecretAsync(text));
        Assert.True(await Output.IsSecretAsync(number));
        Assert.Equal(5, await ValueOf(number));
    }

    [Fact]
    public async Task SecretObject_IsASecretOutput()
    {
        var shape = await WithAsync(("project:key", """{"Sides":4}"""), config => config.RequireSecretObject<Shape>("key"));

        Assert.True(await Output.IsSecretAsync(shape));
        Assert.Equal(4, (await ValueOf(shape)).Sides);
    }

    [Fact]
    public async Task ValuesThatAreNotTexts_BecomeTexts()
    {
        using var _ = Configured("""{"project:flag":true,"project:list":[1, 2]}""");
        string? flag = null, list = null;
        await UpdateAsync(() => (flag, list) = (new Config().Get("flag"), new Config().Get("list")));

        Assert.Equal("True", flag);
        Assert.Equal("[1, 2]", list);
    }

    [Fact]
    public async Task PlainGetOfASecretKey_GivesThePlainText()
    {
        Environment.SetEnvironmentVariable("PULUMI_CONFIG_SECRET_KEYS", """["project:key"]""");
        try
        {
            Assert.Equal("hidden", await WithAsync(("project:key", "hidden"), config => config.Get("key")));
        }
        finally
        {
            Environment.SetEnvironmentVariable("PULUMI_CONFIG_SECRET_KEYS", null);
        }
    }

    private static async Task<T> WithAsync<T>((string Key, string Value) setting, Func<Config, T> read)
    {
        var values = new Dictionary<string, string>();
        if (setting.Key is not null)
        {
            values.Add(setting.Key, setting.Value);
        }

        using var _ = Configured(JsonSerializer.Serialize(values));
        T? result = default;
        await UpdateAsync(() => result = read(new Config()));
        return result!;
    }

    private static Reset Configured(string json)
    {
        Environment.SetEnvironmentVariable("PULUMI_CONFIG", json);
        return new Reset();
    }

    private sealed record Shape
    {
        public int Sides { get; init; }

        public string[] Names { get; init; } = [];
    }

    private sealed class Reset : IDisposable
    {
        public void Dispose() => Environment.SetEnvironmentVariable("PULUMI_CONFIG", null);
    }
}
