using Infra.Configuration.Binding;

namespace Infra.Tests.Configuration.Binding;

public sealed class ConfigValuesTests
{
    private readonly ConfigValues _values = new("app", new Dictionary<string, ConfigValue>
    {
        ["app:service"] = new("{}", false),
        ["aws:region"] = new("eu-west-1", false),
        ["app:apiToken"] = new("hunter2", true),
        ["application:x"] = new("1", false),
    });

    [Fact]
    public void OwnNames_AreOrdinalKeysOfTheProject() => Assert.Equal(["apiToken", "service"], _values.OwnNames);

    [Fact]
    public void Find_TakesNamesAndFindKeyFullKeys()
    {
        Assert.Equal("{}", _values.Find("service")!.Text);
        Assert.Equal("eu-west-1", _values.FindKey("aws:region")!.Text);
        Assert.Null(_values.Find("region"));
    }

    [Fact]
    public void SecretValue_ToString_IsHidden() => Assert.Equal("(secret)", $"{_values.Find("apiToken")}");
}
