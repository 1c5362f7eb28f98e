using System.Text.Json;
using static Pulumi.Tests.TestRun;

namespace Pulumi.Tests;

public class MockInputTests
{
    [Fact]
    public async Task Resource_ArrivesWithTypeAndName()
    {
        var mocks = await UpdateAsync(() => { _ = new Thing("thing"); });

        var thing = Assert.Single(mocks.Resources);
        Assert.Equal("test:index:Thing", thing.Type);
        Assert.Equal("thing", thing.Name);
    }

    [Fact]
    public async Task NewResource_HasEmptyIdAndProvider()
    {
        var mocks = await UpdateAsync(() => { _ = new Thing("thing"); });

        Assert.Equal("", mocks["thing"].Id);
        Assert.Equal("", mocks["thing"].Provider);
    }

    [Fact]
    public async Task Texts_ArriveAsStringsAndFlagsAsBooleans()
    {
        var inputs = await InputsOfAsync(() => new ThingArgs { Text = "a", Flag = false });

        Assert.Equal("a", inputs["text"]);
        Assert.Equal(false, inputs["flag"]);
    }

    [Fact]
    public async Task Numbers_ArriveAsDoubles()
    {
        var inputs = await InputsOfAsync(() => new ThingArgs { Count = 3, Ratio = 0.5 });

        Assert.Equal(3.0, inputs["count"]);
        Assert.Equal(0.5, inputs["ratio"]);
    }

    [Fact]
    public async Task Lists_ArriveAsImmutableArraysOfObjects()
    {
        var inputs = await InputsOfAsync(() => new ThingArgs { Names = ["a", Output.Create("b")] });

        Assert.Equal<object>(["a", "b"], Assert.IsType<ImmutableArray<object>>(inputs["names"]));
    }

    [Fact]
    public async Task Maps_ArriveAsImmutableDictionaries()
    {
        var inputs = await InputsOfAsync(() => new ThingArgs { Tags = { ["a"] = "1" } });

        var tags = Assert.IsType<ImmutableDictionary<string, object>>(inputs["tags"]);
        Assert.Equal("1", Assert.Single(tags).Value);
    }

    [Fact]
    public async Task NestedArgs_ArriveAsDictionariesByWireName()
    {
        var inputs = await InputsOfAsync(() => new ThingArgs
        {
            Part = new PartArgs { Label = "p" },
            Parts = [new PartArgs { Size = 1 }, Output.Create(new PartArgs { Size = 2 })],
        });

        Assert.Equal("p", Assert.IsType<ImmutableDictionary<string, object>>(inputs["part"])["label"]);
        var parts = Assert.IsType<ImmutableArray<object>>(inputs["parts"]).Cast<ImmutableDictionary<string, object>>();
        Assert.Equal<object>([1.0, 2.0], parts.Select(part => part["size"]));
    }

    [Fact]
    public async Task Keys_AreWireNames()
    {
        var inputs = await InputsOfAsync(() => new ThingArgs { PolicyDocument = "{}" });

        Assert.Equal("{}", Assert.Single(inputs, input => input.Key == "policy").Value);
    }

    [Fact]
    public async Task Enums_ArriveAsTheirTexts()
    {
        var inputs = await InputsOfAsync(() => new ThingArgs { Color = Color.Red });

        Assert.Equal("red", inputs["color"]);
    }

    [Fact]
    public async Task Unions_ArriveAsTheChosenAlternative()
    {
        var inputs = await InputsOfAsync(() => new ThingArgs
        {
            Either = 5,
            PolicyDocument = new PartArgs { Label = "nested" },
        });

        Assert.Equal(5.0, inputs["either"]);
        Assert.Equal("nested", Assert.IsType<ImmutableDictionary<string, object>>(inputs["policy"])["label"]);
    }

    [Fact]
    public async Task UnsetInputs_AreAbsent() => Assert.Empty(await InputsOfAsync(() => new ThingArgs()));

    [Fact]
    public async Task NullInputs_AreAbsentAlsoInsideObjects()
    {
        var inputs = await InputsOfAsync(() => new ThingArgs
        {
            Text = Output.Create((string?)null)!,
            Part = new PartArgs { Size = 1 },
        });

        Assert.False(inputs.ContainsKey("text"));
        Assert.Equal(["size"], Assert.IsType<ImmutableDictionary<string, object>>(inputs["part"]).Keys);
    }

    [Fact]
    public async Task EmptyLists_ArePresent()
    {
        var inputs = await InputsOfAsync(() => new ThingArgs { Names = [] });

        Assert.Empty(Assert.IsType<ImmutableArray<object>>(inputs["names"]));
    }

    [Fact]
    public async Task Secrets_ArriveUnwrapped()
    {
        var inputs = await InputsOfAsync(() => new ThingArgs
        {
            Text = Output.CreateSecret("hidden"),
            Tags = { ["a"] = Output.CreateSecret("nested") },
        });

        Assert.Equal("hidden", inputs["text"]);
        Assert.Equal("nested", Assert.IsType<ImmutableDictionary<string, object>>(inputs["tags"])["a"]);
    }

    [Fact]
    public async Task SecretArguments_OfGeneratedClassesArriveUnwrapped()
    {
        var inputs = await InputsOfAsync(() => new ThingArgs { Password = "hidden" });

        Assert.Equal("hidden", inputs["password"]);
    }

    [Fact]
    public async Task UnknownInputs_AreAbsent()
    {
        var inputs = await InputsOfAsync(() => new ThingArgs { Text = OutputUtilities.CreateUnknown("x"), Count = 1 }, preview: true);

        Assert.Equal(["count"], inputs.Keys);
    }

    [Fact]
    public async Task UnknownInsideACollection_RemovesTheWholeInput()
    {
        var inputs = await InputsOfAsync(
            () => new ThingArgs
            {
                Names = ["a", OutputUtilities.CreateUnknown("b")],
                Tags = { ["a"] = "1", ["b"] = OutputUtilities.CreateUnknown("2") },
                Parts = [new PartArgs { Label = OutputUtilities.CreateUnknown("p"), Size = 1 }],
                Count = 1,
            },
            preview: true);

        Assert.Equal(["count"], inputs.Keys);
    }

    [Fact]
    public async Task LooselyTypedInputs_KeepTheirShape()
    {
        var inputs = await InputsOfAsync(() => new ThingArgs
        {
            Anything = new Dictionary<string, object> { ["list"] = new List<object> { 1, true, Output.Create("x") } },
        });

        var anything = Assert.IsType<ImmutableDictionary<string, object>>(inputs["anything"]);
        Assert.Equal<object>([1.0, true, "x"], Assert.IsType<ImmutableArray<object>>(anything["list"]));
    }

    [Fact]
    public async Task JsonElements_ArriveAsTheirValues()
    {
        var json = JsonSerializer.Deserialize<JsonElement>("""{"a":[1,"b",false,null]}""");
        var inputs = await InputsOfAsync(() => new ThingArgs { Anything = json });

        var anything = Assert.IsType<ImmutableDictionary<string, object>>(inputs["anything"]);
        Assert.Equal<object?>([1.0, "b", false, null], Assert.IsType<ImmutableArray<object>>(anything["a"]));
    }

    [Fact]
    public async Task Archives_ArriveAsThemselves()
    {
        var inputs = await InputsOfAsync(() => new ThingArgs { Code = new FileArchive("./code") });

        Assert.IsType<FileArchive>(inputs["code"]);
    }

    [Fact]
    public async Task Resources_ArriveAsResources()
    {
        var mocks = await UpdateAsync(() => { _ = new Thing("thing", new ThingArgs { Owner = new Thing("owner") }); });

        Assert.IsAssignableFrom<Resource>(mocks["thing"].Inputs["owner"]);
    }

    [Fact]
    public async Task Outputs_AreResolvedBeforeTheResourceIsSent()
    {
        var mocks = new RecordingMocks { Latency = TimeSpan.FromMilliseconds(10) };
        await UpdateAsync(
            () =>
            {
                var first = new Thing("first");
                _ = new Thing("second", new ThingArgs { Text = first.Id, Tags = { ["urn"] = first.Urn } });
            },
            mocks);

        Assert.Equal(["first", "second"], mocks.Resources.Select(resource => resource.Name));
        Assert.Equal("first-id", mocks["second"].Inputs["text"]);
    }

    [Fact]
    public async Task ReadResource_ArrivesWithTheIdItIsReadBy()
    {
        Thing? thing = null;
        var mocks = await UpdateAsync(() => { thing = Thing.Get("thing", "existing"); });

        Assert.Equal("existing", mocks["thing"].Id);
        Assert.Equal("existing", await ValueOf(thing!.Id));
    }

    [Fact]
    public async Task ImportedResource_ArrivesWithTheImportId()
    {
        var mocks = await UpdateAsync(() =>
        {
            _ = new Thing("thing", null, new CustomResourceOptions { ImportId = "imported" });
        });

        Assert.Equal("imported", mocks["thing"].Id);
    }

    [Fact]
    public async Task MissingRequiredInput_NamesTheProperty()
    {
        var errors = await FailureAsync(() => { _ = new Strict("strict", new StrictArgs()); });

        Assert.Contains(errors, error => error.Contains(
            "[Input] Pulumi.Tests.StrictArgs.Target is required but was not given a value (Parameter 'Target')",
            StringComparison.Ordinal));
    }

    [Fact]
    public async Task MapWithAContradictoryKey_FailsTheRun()
    {
        var errors = await FailureAsync(() =>
        {
            _ = new Thing("thing", new ThingArgs { Tags = { { "a", "1" }, { "a", "2" } } });
        });

        Assert.Contains(errors, error => error.Contains("System.ArgumentException", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TaskAsInput_IsRefused()
    {
        var errors = await FailureAsync(() => { _ = new Thing("thing", new ThingArgs { Anything = Task.CompletedTask }); });

        Assert.Contains(errors, error =>
            error.Contains("Tasks are not allowed inside ResourceArgs.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task UnsupportedInput_NamesItsType()
    {
        var errors = await FailureAsync(() => { _ = new Thing("thing", new ThingArgs { Anything = 5L }); });

        Assert.Contains(errors, error =>
            error.Contains("System.Int64 is not a supported argument type.", StringComparison.Ordinal));
    }
}
