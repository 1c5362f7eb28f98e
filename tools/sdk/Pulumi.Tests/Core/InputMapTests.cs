using static Pulumi.Tests.TestRun;

namespace Pulumi.Tests;

public class InputMapTests
{
    [Fact]
    public async Task Map_TakesBothInitializerForms()
    {
        await HoldsAsync("a=1 b=2", new InputMap<string> { ["a"] = "1", ["b"] = Output.Create("2") });
        await HoldsAsync("a=1 b=2", new InputMap<string> { { "a", "1" }, { "b", Output.Create("2") } });
    }

    [Fact]
    public async Task Map_InitializedAsAMemberIsAddedTo()
    {
        var args = new ThingArgs { Tags = { ["a"] = "1" } };

        await HoldsAsync("a=1", args.Tags);
    }

    [Fact]
    public async Task Map_ConvertsFromDictionaries()
    {
        var dictionary = new Dictionary<string, string> { ["a"] = "1" };

        await HoldsAsync("a=1", dictionary);
        await HoldsAsync("a=1", dictionary.ToImmutableDictionary());
    }

    [Fact]
    public async Task Map_ConvertsFromOutputsOfDictionaries()
    {
        var dictionary = new Dictionary<string, string> { ["a"] = "1" };

        await HoldsAsync("a=1", Output.Create(dictionary));
        await HoldsAsync("a=1", Output.Create<IDictionary<string, string>>(dictionary));
        await HoldsAsync("a=1", Output.Create(dictionary.ToImmutableDictionary()));
    }

    [Fact]
    public async Task Map_CanBeAddedToAfterItIsMadeFromAnOutput()
    {
        InputMap<string> map = Output.Create(new Dictionary<string, string> { ["a"] = "1" });
        map.Add("b", "2");

        await HoldsAsync("a=1 b=2", map);
    }

    [Fact]
    public async Task Map_TakesTheEntriesOfOtherMaps()
    {
        var map = new InputMap<string> { ["a"] = "1" };
        map.Add(new InputMap<string> { ["b"] = "2" });
        map.AddRange(new InputMap<string> { ["c"] = "3" });

        await HoldsAsync("a=1 b=2 c=3", map);
    }

    [Fact]
    public async Task Merge_PrefersTheSecondMapAndChangesNeither()
    {
        var first = new InputMap<string> { ["a"] = "1", ["b"] = "1" };
        var second = new InputMap<string> { ["b"] = "2" };

        await HoldsAsync("a=1 b=2", InputMap<string>.Merge(first, second));
        await HoldsAsync("a=1 b=1", first);
    }

    [Fact]
    public async Task KeyAddedTwiceWithOneValue_IsFine() =>
        await HoldsAsync("a=1", new InputMap<string> { { "a", "1" }, { "a", "1" } });

    [Fact]
    public async Task KeyAddedTwiceWithTwoValues_FailsWhenResolved()
    {
        var map = new InputMap<string> { { "a", "1" }, { "a", "2" } };

        await Assert.ThrowsAsync<ArgumentException>(() => ValueOf<ImmutableDictionary<string, string>>(map));
    }

    [Fact]
    public async Task Map_WithOneUnknownIsUnknown() =>
        Assert.False(await IsKnown<ImmutableDictionary<string, string>>(
            new InputMap<string> { ["a"] = "1", ["b"] = OutputUtilities.CreateUnknown("2") }));

    [Fact]
    public void Map_CannotBeEnumeratedSynchronously() =>
        Assert.Throws<NotSupportedException>(() =>
            ((System.Collections.IEnumerable)new InputMap<string>()).GetEnumerator());

    [Fact]
    public async Task MapOfUnions_TakesBothTypes()
    {
        var map = new InputMap<Union<string, int>> { { "a", "1" }, { "b", 2 } };

        var values = await ValueOf<ImmutableDictionary<string, Union<string, int>>>(map);
        Assert.Equal("1", values["a"].AsT0);
        Assert.Equal(2, values["b"].AsT1);
    }

    private static async Task HoldsAsync(string expected, InputMap<string> map)
    {
        var values = await ValueOf<ImmutableDictionary<string, string>>(map);
        Assert.Equal(expected, string.Join(' ', values.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}={pair.Value}")));
    }
}
