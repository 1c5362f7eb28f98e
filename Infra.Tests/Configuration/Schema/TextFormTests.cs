using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;
using Infra.Configuration.Schema;

namespace Infra.Tests.Configuration.Schema;

/// <summary>Texts that YAML may turn into numbers and booleans.</summary>
public sealed class TextFormTests
{
    [Theory]
    [InlineData("^[a-z]+$", """{"type":"string","pattern":"^[a-z]+$","patternErrorMessage":"use this"}""")]
    [InlineData("^[1-9][0-9]?$", """{"type":["string","integer"],"pattern":"^[1-9][0-9]?$","patternErrorMessage":"use this","minimum":1,"maximum":99}""")]
    [InlineData("^[7-9](\\.[0-9])?$", """{"type":["string","number"],"pattern":"^[7-9](\\.[0-9])?$","patternErrorMessage":"use this","minimum":7,"exclusiveMaximum":10}""")]
    [InlineData("^[a-z0-9]+$", """{"type":["string","integer"],"pattern":"^[a-z0-9]+$","patternErrorMessage":"use this","minimum":0}""")]
    [InlineData("a|b", """{"type":"string","pattern":"^(?:a|b)$","patternErrorMessage":"use this"}""")]
    public void Pattern_DecidesWhichNumbersAreText(string pattern, string schema) =>
        Assert.Equal(schema, Schema(isItem: false, new PatternAttribute(pattern, "this")));

    [Fact]
    public void Text_MustNotBeBlank() => Assert.Equal(
        """{"type":["string","number"],"pattern":"\\S","patternErrorMessage":"has no value; set it or remove the key"}""", Schema(isItem: false));

    [Fact]
    public void Item_MayBeBlankOrTrueOrFalse() => Assert.Equal("""{"type":["string","number","boolean"]}""", Schema(isItem: true));

    [Fact]
    public void Length_IsThatOfTheText() => Assert.Equal(
        """{"type":["string","number","boolean"],"minLength":2,"maxLength":5}""", Schema(isItem: true, new LengthAttribute(2, 5)));

    private static string Schema(bool isItem, params object[] attributes) =>
        new TextForm(new Constraints(attributes), shape: null, isItem).Schema().ToJsonString(Unescaped);

    private static readonly System.Text.Json.JsonSerializerOptions Unescaped = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
