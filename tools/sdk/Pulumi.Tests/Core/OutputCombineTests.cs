using System.Globalization;
using static Pulumi.Tests.TestRun;

namespace Pulumi.Tests;

public class OutputCombineTests
{
    [Fact]
    public async Task All_KeepsTheOrder()
    {
        var late = Output.Create(Task.Delay(10).ContinueWith(_ => 1, TaskScheduler.Default));

        Assert.Equal<int>([1, 2], await ValueOf(Output.All(late, Output.Create(2))));
    }

    [Fact]
    public async Task All_TakesInputsAndOutputs()
    {
        var output = Output.Create("b");

        Assert.Equal<string>(["a", "b"], await ValueOf(Output.All<string>("a", output)));
        Assert.Equal<string>(["a"], await ValueOf(Output.All(new List<Input<string>> { "a" })));
        Assert.Equal<string>(["b"], await ValueOf(Output.All(new List<Output<string>> { output })));
    }

    [Fact]
    public async Task All_OfNothingIsEmpty() => Assert.Empty(await ValueOf(Output.All(new List<Output<int>>())));

    [Fact]
    public async Task All_WithOneUnknownIsUnknown() =>
        Assert.False(await IsKnown(Output.All(Output.Create(1), OutputUtilities.CreateUnknown(2))));

    [Fact]
    public async Task All_WithOneSecretIsSecret() =>
        Assert.True(await Output.IsSecretAsync(Output.All(Output.Create(1), Output.CreateSecret(2))));

    [Fact]
    public async Task All_KeepsNullElements() =>
        Assert.Equal<string?>(["a", null], await ValueOf(Output.All(Output.Create<string?>("a"), Output.Create((string?)null))));

    [Fact]
    public async Task Tuple_HoldsTheValuesOfOutputs() =>
        Assert.Equal((1, "b"), await ValueOf(Output.Tuple(Output.Create(1), Output.Create("b"))));

    [Fact]
    public async Task Tuple_HoldsTheValuesOfInputs()
    {
        Input<int> first = 1;
        Input<string> second = "b";

        Assert.Equal((1, "b"), await ValueOf(Output.Tuple(first, second)));
    }

    [Fact]
    public async Task Tuple_TakesUpToEightParts()
    {
        var tuple = Output.Tuple(
            Output.Create(1), Output.Create("2"), Output.Create(3.0), Output.Create(true),
            Output.Create('5'), Output.Create((int?)null), Output.Create(7L), Output.Create("8"));

        Assert.Equal((1, "2", 3.0, true, '5', null, 7L, "8"), await ValueOf(tuple));
    }

    [Fact]
    public async Task Tuple_WithOneUnknownIsUnknown() =>
        Assert.False(await IsKnown(Output.Tuple(Output.Create(1), OutputUtilities.CreateUnknown("b"))));

    [Fact]
    public async Task Format_FillsOutputsInputsAndValues()
    {
        Input<string> input = "in";

        Assert.Equal("out-in-3", await ValueOf(Output.Format($"{Output.Create("out")}-{input}-{3}")));
    }

    [Fact]
    public async Task Format_IsIndependentOfTheCulture()
    {
        CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = "," } };

        Assert.Equal("1.5", await ValueOf(Output.Format($"{Output.Create(1.5)}")));
    }

    [Fact]
    public async Task Format_WritesNullAsNothing() =>
        Assert.Equal("[]", await ValueOf(Output.Format($"[{Output.Create((string?)null)}]")));

    [Fact]
    public async Task Format_HonoursFormatStrings() =>
        Assert.Equal("007", await ValueOf(Output.Format($"{Output.Create(7):000}")));

    [Fact]
    public async Task Format_WithASecretIsSecret() =>
        Assert.True(await Output.IsSecretAsync(Output.Format($"postgres://{Output.CreateSecret("pw")}@host")));

    [Fact]
    public async Task Format_WithAnUnknownIsUnknown() =>
        Assert.False(await IsKnown(Output.Format($"{OutputUtilities.CreateUnknown("x")}")));

    [Fact]
    public async Task ListOutput_GivesElementFirstAndLength()
    {
        var list = Output.Create(ImmutableArray.Create("a", "b"));

        Assert.Equal("b", await ValueOf(list.GetAt(1)));
        Assert.Equal("a", await ValueOf(list.First()));
        Assert.Equal(2, await ValueOf(list.Length()));
    }
}
