namespace Infra.Tests.Configuration;

public sealed class WordsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a")]
    [InlineData("a b", "a or b")]
    [InlineData("a b c", "a, b or c")]
    [InlineData("a b c d", "a, b, c or d")]
    public void List_ReadsLikeASentence(string items, string expected) =>
        Assert.Equal(expected, Words.List(items.Split(' ', StringSplitOptions.RemoveEmptyEntries), "or"));

    [Fact]
    public void List_TakesAnotherConjunction() => Assert.Equal("a, b and c", Words.List(["a", "b", "c"], "and"));
}
