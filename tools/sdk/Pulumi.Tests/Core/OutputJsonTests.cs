using System.Text.Json;
using static Pulumi.Tests.TestRun;

namespace Pulumi.Tests;

public class OutputJsonTests
{
    [Fact]
    public async Task Json_OfAPlainValue() =>
        Assert.Equal("""{"a":1,"b":[true,null]}""", await ValueOf(Output.JsonSerialize(Output.Create(
            new { a = 1, b = new bool?[] { true, null } }))));

    [Fact]
    public async Task Json_ResolvesNestedOutputsAndInputs()
    {
        Input<int> input = 2;
        var value = new { output = Output.Create("x"), nested = new Dictionary<string, object> { ["input"] = input } };

        Assert.Equal("""{"output":"x","nested":{"input":2}}""", await ValueOf(Output.JsonSerialize(Output.Create(value))));
    }

    [Fact]
    public async Task Json_ResolvesInputListsAndMaps()
    {
        var value = new
        {
            list = new InputList<string> { "a", Output.Create("b") },
            map = new InputMap<int> { ["one"] = Output.Create(1) },
        };

        Assert.Equal("""{"list":["a","b"],"map":{"one":1}}""", await ValueOf(Output.JsonSerialize(Output.Create(value))));
    }

    [Fact]
    public async Task Json_WaitsForNestedOutputs()
    {
        var late = Output.Create(Task.Delay(20).ContinueWith(_ => "late", TaskScheduler.Default));

        Assert.Equal("""["late"]""", await ValueOf(Output.JsonSerialize(Output.Create(new[] { late }))));
    }

    [Fact]
    public async Task Json_WithANestedSecretIsSecret() =>
        Assert.True(await Output.IsSecretAsync(Output.JsonSerialize(Output.Create(new[] { Output.CreateSecret("x") }))));

    [Fact]
    public async Task Json_WithANestedUnknownIsUnknown() =>
        Assert.False(await IsKnown(Output.JsonSerialize(Output.Create(new[] { OutputUtilities.CreateUnknown("x") }))));

    [Fact]
    public async Task Json_OfAnUnknownIsUnknown() =>
        Assert.False(await IsKnown(Output.JsonSerialize(OutputUtilities.CreateUnknown("x"))));

    [Fact]
    public async Task Json_DependsOnNestedResources()
    {
        Thing? thing = null;
        Output<string>? json = null;
        await UpdateAsync(() =>
        {
            thing = new Thing("thing");
            json = Output.JsonSerialize(Output.Create(new { id = thing.Id }));
        });

        Assert.Equal("""{"id":"thing-id"}""", await ValueOf(json!));
        Assert.Equal<Resource>([thing!], await OutputUtilities.GetDependenciesAsync(json!));
    }

    [Fact]
    public async Task Json_EscapesByDefaultWhatIsUnsafeInHtml() =>
        Assert.Equal("\"\\u003C\\u0026\\u003E\\u00E9\"", await ValueOf(Output.JsonSerialize(Output.Create("<&>é"))));

    [Fact]
    public async Task Json_HonoursOptions()
    {
        var options = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
        var value = Output.Create(new Dictionary<string, Output<Wrapped>> { ["Key"] = Output.Create(new Wrapped(1)) });

        Assert.Equal("""{"Key":{"size":1}}""", await ValueOf(Output.JsonSerialize(value, options)));
    }

    [Fact]
    public async Task JsonDeserialize_ReadsTheValue() =>
        Assert.Equal(new Wrapped(3), await ValueOf(Output.JsonDeserialize<Wrapped>(Output.Create("""{"Size":3}"""))));

    [Fact]
    public async Task JsonDeserialize_OfASecretIsSecret() =>
        Assert.True(await Output.IsSecretAsync(Output.JsonDeserialize<int>(Output.CreateSecret("1"))));

    [Fact]
    public async Task JsonDeserialize_OfAnUnknownIsUnknown() =>
        Assert.False(await IsKnown(Output.JsonDeserialize<int>(OutputUtilities.CreateUnknown("1"))));

    private sealed record Wrapped(int Size);
}
