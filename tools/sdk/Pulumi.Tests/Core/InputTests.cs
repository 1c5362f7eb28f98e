using static Pulumi.Tests.TestRun;

namespace Pulumi.Tests;

public class InputTests
{
    [Fact]
    public async Task Input_ConvertsFromAValue()
    {
        Input<int> input = 5;

        Assert.Equal(5, await ValueOf<int>(input));
    }

    [Fact]
    public async Task Input_ConvertsFromAnOutputWithItsMarks()
    {
        Input<int> input = Output.CreateSecret(5);

        Assert.True(await Output.IsSecretAsync<int>(input));
    }

    [Fact]
    public async Task Input_AppliesLikeAnOutput()
    {
        Input<int>? input = 5;

        Assert.Equal(6, await ValueOf(input.Apply(value => value + 1)));
    }

    [Fact]
    public async Task UnsetInput_CountsAsTheDefault()
    {
        Input<int>? input = null;

        Assert.Equal(0, await ValueOf(input.ToOutput()));
        Assert.Equal(1, await ValueOf(input.Apply(value => value + 1)));
    }

    [Fact]
    public async Task InputUnion_ConvertsFromBothTypes()
    {
        InputUnion<string, int> text = "a";
        InputUnion<string, int> number = 1;

        Assert.Equal("a", await ValueOf(text.ToOutput().AsT0()));
        Assert.Equal(1, await ValueOf(number.ToOutput().AsT1()));
    }

    [Fact]
    public async Task InputUnion_ConvertsFromInputsAndOutputs()
    {
        InputUnion<string, int> input = (Input<string>)"a";
        InputUnion<string, int> output = Output.Create(1);
        InputUnion<string, int> union = Output.Create(Union<string, int>.FromT0("b"));

        Assert.Equal("a", await ValueOf(input.ToOutput().AsT0()));
        Assert.True(await ValueOf(output.ToOutput().IsT1()));
        Assert.Equal("b", await ValueOf(union.ToOutput().Value()));
    }

    [Fact]
    public void Union_HoldsOneOfTwoTypes()
    {
        Union<string, int> union = 5;

        Assert.True(union.IsT1);
        Assert.False(union.IsT0);
        Assert.Equal(5, union.AsT1);
        Assert.Equal("5", union.Match(text => text, number => $"{number}"));
        Assert.Throws<InvalidOperationException>(() => union.AsT0);
    }

    [Fact]
    public void Unions_AreEqualByKindAndValue()
    {
        Assert.Equal(Union<string, int>.FromT1(5), Union<string, int>.FromT1(5));
        Assert.True(Union<int, int>.FromT0(5) != Union<int, int>.FromT1(5));
    }
}
