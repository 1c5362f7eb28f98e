using System.Text.Json;
using static Pulumi.Tests.TestRun;

namespace Pulumi.Tests;

public class MockStateTests
{
    [Fact]
    public async Task Outputs_ComeFromTheStateByWireName()
    {
        var thing = await ThingWithStateAsync(new Dictionary<string, object>
        {
            ["text"] = "a",
            ["flag"] = true,
            ["count"] = 3,
            ["ratio"] = 0.5,
        });

        Assert.Equal("a", await ValueOf(thing.Text));
        Assert.True(await ValueOf(thing.Flag));
        Assert.Equal(3, await ValueOf(thing.Count));
        Assert.Equal(0.5, await ValueOf(thing.Ratio));
    }

    [Fact]
    public async Task Collections_BecomeTyped()
    {
        var thing = await ThingWithStateAsync(new Dictionary<string, object>
        {
            ["names"] = new[] { "a", "b" },
            ["tags"] = new Dictionary<string, object> { ["k"] = "v" },
        });

        Assert.Equal<string>(["a", "b"], await ValueOf(thing.Names));
        Assert.Equal("v", (await ValueOf(thing.Tags))["k"]);
    }

    [Fact]
    public async Task NestedObjects_AreBuiltByTheirConstructor()
    {
        var part = new Dictionary<string, object> { ["label"] = "p", ["size"] = 2, ["extra"] = "ignored" };
        var thing = await ThingWithStateAsync(new Dictionary<string, object> { ["part"] = part, ["parts"] = new[] { part } });

        Assert.Equal("p", (await ValueOf(thing.Part)).Label);
        Assert.Equal(2, Assert.Single(await ValueOf(thing.Parts)).Size);
    }

    [Fact]
    public async Task NestedObject_MissingMembersAreDefault()
    {
        var thing = await ThingWithStateAsync(new Dictionary<string, object> { ["part"] = new Dictionary<string, object>() });

        var part = await ValueOf(thing.Part);
        Assert.Null(part.Label);
        Assert.Equal(0, part.Size);
        Assert.True(part.Notes.IsDefault);
    }

    [Fact]
    public async Task InternalKeysOfProviders_AreDropped()
    {
        var tags = new Dictionary<string, object> { ["k"] = "v", ["__defaults"] = new List<object>() };
        var thing = await ThingWithStateAsync(new Dictionary<string, object> { ["tags"] = tags });

        Assert.Equal(["k"], (await ValueOf(thing.Tags)).Keys);
    }

    [Fact]
    public async Task EnumsAndUnions_BecomeTyped()
    {
        var thing = await ThingWithStateAsync(new Dictionary<string, object> { ["color"] = "red", ["either"] = 5 });

        Assert.Equal(Color.Red, await ValueOf(thing.Color));
        Assert.Equal(5, (await ValueOf(thing.Either)).AsT1);
    }

    [Fact]
    public async Task LooselyTypedOutput_IsWhatTravels()
    {
        var thing = await ThingWithStateAsync(new Dictionary<string, object> { ["anything"] = new List<object> { 1 } });

        Assert.Equal<object>([1.0], Assert.IsType<ImmutableArray<object>>(await ValueOf(thing.Anything)));
    }

    [Fact]
    public async Task DoubleForAnInteger_IsTruncated()
    {
        var thing = await ThingWithStateAsync(new Dictionary<string, object> { ["count"] = 7.9 });

        Assert.Equal(7, await ValueOf(thing.Count));
    }

    [Fact]
    public async Task WrongType_BecomesTheDefault()
    {
        var thing = await ThingWithStateAsync(new Dictionary<string, object> { ["text"] = 5, ["count"] = "five", ["part"] = 1 });

        Assert.Null(await ValueOf(thing.Text));
        Assert.Equal(0, await ValueOf(thing.Count));
        Assert.Null(await ValueOf(thing.Part));
    }

    [Fact]
    public async Task MissingOutput_IsAKnownDefaultInAnUpdate()
    {
        var thing = await ThingWithStateAsync(new Dictionary<string, object>());

        Assert.True(await IsKnown(thing.Text));
        Assert.Null(await ValueOf(thing.Text));
        Assert.True((await ValueOf(thing.Names)).IsDefault);
    }

    [Fact]
    public async Task MissingOutput_IsUnknownInAPreview()
    {
        var thing = await ThingWithStateAsync(new Dictionary<string, object> { ["count"] = 1 }, preview: true);

        Assert.False(await IsKnown(thing.Text));
        Assert.True(await IsKnown(thing.Count));
    }

    [Fact]
    public async Task SecretState_MakesTheOutputSecret()
    {
        var thing = await ThingWithStateAsync(new Dictionary<string, object>
        {
            ["text"] = Output.CreateSecret("hidden"),
            ["names"] = new List<object> { "a", Output.CreateSecret("b") },
            ["count"] = 1,
        });

        Assert.True(await Output.IsSecretAsync(thing.Text));
        Assert.Equal("hidden", await ValueOf(thing.Text));
        Assert.True(await Output.IsSecretAsync(thing.Names));
        Assert.False(await Output.IsSecretAsync(thing.Count));
    }

    [Fact]
    public async Task SecretInput_DoesNotMakeTheEchoedOutputSecret()
    {
        Thing? thing = null;
        await UpdateAsync(() => { thing = new Thing("thing", new ThingArgs { Text = Output.CreateSecret("hidden") }); });

        Assert.Equal("hidden", await ValueOf(thing!.Text));
        Assert.False(await Output.IsSecretAsync(thing.Text));
    }

    [Fact]
    public async Task UnknownState_MakesTheOutputUnknown()
    {
        var thing = await ThingWithStateAsync(
            new Dictionary<string, object> { ["text"] = OutputUtilities.CreateUnknown("x") }, preview: true);

        Assert.False(await IsKnown(thing.Text));
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task State_ComesInManyShapes(object state)
    {
        var thing = await ThingWithStateAsync(state);

        Assert.Equal("a", await ValueOf(thing.Text));
    }

    public static TheoryData<object> States()
    {
        var dictionary = ImmutableDictionary<string, object>.Empty.Add("text", "a");
        return
        [
            dictionary,
            dictionary.ToBuilder(),
            new Dictionary<string, object>(dictionary),
            new System.Collections.Hashtable { ["text"] = "a" },
            new ThingArgs { Text = "a" },
            new Dictionary<string, object>
            {
                ["text"] = JsonSerializer.Deserialize<JsonElement>("\"a\""),
            },
        ];
    }

    [Fact]
    public async Task AnonymousState_IsRefused()
    {
        var errors = await FailureOfAsync(() => ThingWithStateAsync(new { text = "a" }));

        Assert.Contains(errors, error => error.Contains("is not a supported argument type", StringComparison.Ordinal));
    }

    [Fact]
    public async Task LongInState_IsRefused()
    {
        var errors = await FailureOfAsync(() => ThingWithStateAsync(new Dictionary<string, object> { ["count"] = 5L }));

        Assert.Contains(errors, error =>
            error.Contains("System.Int64 is not a supported argument type.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task NoId_IsUnknownEvenInAnUpdate(string? id)
    {
        Thing? thing = null;
        await UpdateAsync(() => { thing = new Thing("thing"); }, new RecordingMocks { Id = _ => id });

        Assert.False(await IsKnown(thing!.Id));
    }

    [Fact]
    public async Task Id_IsKnownInAPreviewWhenTheMockGivesOne()
    {
        Thing? thing = null;
        await PreviewAsync(() => { thing = new Thing("thing"); });

        Assert.Equal("thing-id", await ValueOf(thing!.Id));
    }

    [Fact]
    public async Task EmptyMocks_EchoInputsWithoutAnId()
    {
        Thing? thing = null;
        await Deployment.TestAsync(
            new EmptyMocks(), Update, () => { thing = new Thing("thing", new ThingArgs { Text = "a" }); });

        Assert.Equal("a", await ValueOf(thing!.Text));
        Assert.False(await IsKnown(thing.Id));
    }
}
