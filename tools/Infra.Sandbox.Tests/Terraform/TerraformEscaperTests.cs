using Infra.Sandbox.Terraform;

namespace Infra.Sandbox.Tests.Terraform;

public sealed class TerraformEscaperTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain \"text\" \\ \n", "plain \"text\" \\ \n")] // JSON's own escapes are not the template's
    [InlineData("${x}", "$${x}")]
    [InlineData("$${x}", "$$${x}")] // one more dollar sign stays one
    [InlineData("%{if x}", "%%{if x}")]
    [InlineData("%%{x}", "%%%{x}")]
    [InlineData("a ${x} b ${y}", "a $${x} b $${y}")]
    [InlineData("100% of $5 {x}", "100% of $5 {x}")] // harmless apart
    [InlineData("$", "$")]
    public void Literal_EvaluatesToItself(string text, string template) => Assert.Equal(template, TerraformEscaper.Literal(text));

    [Theory]
    [InlineData("host-", "host-")]
    [InlineData("${x}", "$${x}")]
    [InlineData("US$", "US${\"$\"}")] // "US$" and "${y}" would be "US" and an escaped "${y}"
    [InlineData("$$", "${\"$$\"}")]
    [InlineData("50%", "50%")]
    public void LiteralBeforeReference_DoesNotEscapeTheReference(string text, string template) =>
        Assert.Equal(template, TerraformEscaper.LiteralBeforeReference(text));

    [Theory]
    [InlineData("x", "\"x\"")]
    [InlineData("a\"b\\c", "\"a\\\"b\\\\c\"")]
    [InlineData("a\nb\tc", "\"a\\nb\\tc\"")]
    [InlineData("${x}", "\"$${x}\"")]
    public void Quoted_IsAStringLiteral(string text, string expression) => Assert.Equal(expression, TerraformEscaper.Quoted(text));
}
