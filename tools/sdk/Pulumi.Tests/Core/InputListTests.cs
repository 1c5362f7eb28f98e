using static Pulumi.Tests.TestRun;

namespace Pulumi.Tests;

public class InputListTests
{
    [Fact]
    public async Task List_TakesACollectionInitializer() =>
        await HoldsAsync(["a", "b"], new InputList<string> { "a", Output.Create("b") });

    [Fact]
    public async Task List_TakesACollectionExpression()
    {
        InputList<string> list = ["a", Output.Create("b")];

        await HoldsAsync(["a", "b"], list);
    }

    [Fact]
    public async Task List_InitializedAsAMemberIsAddedTo()
    {
        var args = new ThingArgs { Names = { "a", "b" } };

        await HoldsAsync(["a", "b"], args.Names);
    }

    [Fact]
    public async Task List_ConvertsFromSingleValues()
    {
        await HoldsAsync(["a"], "a");
        await HoldsAsync(["a"], Output.Create("a"));
        await HoldsAsync(["a"], (Input<string>)"a");
    }

    [Fact]
    public async Task List_ConvertsFromCollectionsOfValues()
    {
        await HoldsAsync(["a"], new[] { "a" });
        await HoldsAsync(["a"], new List<string> { "a" });
        await HoldsAsync(["a"], ImmutableArray.Create("a"));
    }

    [Fact]
    public async Task List_ConvertsFromCollectionsOfOutputs()
    {
        await HoldsAsync(["a"], new[] { Output.Create("a") });
        await HoldsAsync(["a"], new List<Output<string>> { Output.Create("a") });
        await HoldsAsync(["a"], ImmutableArray.Create(Output.Create("a")));
    }

    [Fact]
    public async Task List_ConvertsFromCollectionsOfInputs()
    {
        Input<string> input = "a";

        await HoldsAsync(["a"], new[] { input });
        await HoldsAsync(["a"], new List<Input<string>> { input });
        await HoldsAsync(["a"], ImmutableArray.Create(input));
    }

    [Fact]
    public async Task List_ConvertsFromOutputsOfCollections()
    {
        await HoldsAsync(["a"], Output.Create(new[] { "a" }));
        await HoldsAsync(["a"], Output.Create(new List<string> { "a" }));
        await HoldsAsync(["a"], Output.Create<IEnumerable<string>>(["a"]));
        await HoldsAsync(["a"], Output.Create(ImmutableArray.Create("a")));
    }

    [Fact]
    public async Task List_CanBeAddedToAfterItIsMadeFromAnOutput()
    {
        InputList<string> list = Output.Create(ImmutableArray.Create("a"));
        list.Add("b", "c");

        await HoldsAsync(["a", "b", "c"], list);
    }

    [Fact]
    public async Task List_TakesTheElementsOfOtherLists()
    {
        InputList<string> list = ["a"];
        list.Add(new InputList<string> { "b" });
        list.AddRange(Output.Create(ImmutableArray.Create("c")));

        await HoldsAsync(["a", "b", "c"], list);
    }

    [Fact]
    public async Task Concat_LeavesBothListsAlone()
    {
        InputList<string> first = ["a"];
        InputList<string> second = ["b"];

        await HoldsAsync(["a", "b"], first.Concat(second));
        await HoldsAsync(["a"], first);
        await HoldsAsync(["b"], second);
    }

    [Fact]
    public async Task List_ConvertedToAnOutputDoesNotSeeLaterAdditions()
    {
        InputList<string> list = ["a"];
        Output<ImmutableArray<string>> output = list;
        list.Add("b");

        Assert.Equal<string>(["a"], await ValueOf(output));
    }

    [Fact]
    public async Task List_WithOneSecretIsSecret() =>
        Assert.True(await Output.IsSecretAsync<ImmutableArray<string>>(
            new InputList<string> { "a", Output.CreateSecret("b") }));

    [Fact]
    public async Task List_EnumeratesAsynchronously()
    {
        var values = new List<string>();
        await foreach (var input in new InputList<string> { "a", Output.Create("b") })
        {
            values.Add(await ValueOf<string>(input));
        }

        Assert.Equal(["a", "b"], values);
    }

    [Fact]
    public void List_CannotBeEnumeratedSynchronously() =>
        Assert.Throws<NotSupportedException>(() =>
            ((System.Collections.IEnumerable)new InputList<string> { "a" }).GetEnumerator());

    [Fact]
    public async Task ListOfUnions_TakesBothTypes()
    {
        var list = new InputList<Union<string, int>> { "a", 1 };

        Assert.Equal<Union<string, int>>(["a", 1], await ValueOf<ImmutableArray<Union<string, int>>>(list));
    }

    private static async Task HoldsAsync(string[] expected, InputList<string> list) =>
        Assert.Equal(expected, await ValueOf<ImmutableArray<string>>(list));
}
