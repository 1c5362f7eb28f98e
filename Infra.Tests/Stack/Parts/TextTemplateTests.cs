namespace Infra.Tests.Stack.Parts;

public sealed class TextTemplateTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain", "plain")]
    [InlineData("${a}", "<a>")]
    [InlineData("${a.b-c}", "<a.b-c>")]
    [InlineData("x${a}y${b}z", "x<a>y<b>z")]
    [InlineData("${a}${a}", "<a><a>")]
    [InlineData("$${a}", "${a}")]               // escaped
    [InlineData("$${", "${")]
    [InlineData("$${a}${a}", "${a}<a>")]
    [InlineData("$$${a}", "$${a}")]
    [InlineData("$a {a} $", "$a {a} $")]        // a lone dollar sign or brace is text
    [InlineData("}${a}}", "}<a>}")]
    [InlineData("${}", "<>")]
    [InlineData("${ a }", "< a >")]
    [InlineData("${a${b}", "<a${b>")]
    [InlineData("%{a}", "%{a}")]
    public void Render_ReplacesNamesOnly(string text, string expected) =>
        Assert.Equal(expected, TextTemplate.Parse(text).Render(name => $"<{name}>"));

    [Theory]
    [InlineData("${")]
    [InlineData("${a")]
    [InlineData("x ${a} ${b")]
    [InlineData("}${")]
    public void UnclosedName_IsRefused(string text)
    {
        Assert.False(TextTemplate.TryParse(text, out _));
        Assert.Equal($"\"{text}\" has a ${{ that is not closed", Assert.Throws<FormatException>(() => TextTemplate.Parse(text)).Message);
    }

    [Fact]
    public void Names_AreListedOnceInOrderOfAppearance() =>
        Assert.Equal(["b", "a", ""], TextTemplate.Parse("${b} ${a} ${b} ${} $${c}").Names);

    [Fact]
    public void ValueThatLooksLikeATemplate_IsNotRead() =>
        Assert.Equal("${b}", TextTemplate.Parse("${a}").Render(_ => "${b}"));
}
