using System.Text.Json.Nodes;

namespace Infra.Tests.Configuration;

public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("a&b<c>'d'+é/ü", "\"a&b<c>'d'+é/ü\"")]
    [InlineData("say \"hi\"", "\"say \\\"hi\\\"\"")]
    [InlineData("C:\\x\ny\tz", "\"C:\\\\x\\ny\\tz\"")]
    [InlineData("\u0001", "\"\\u0001\"")]
    public void Text_EscapesOnlyWhatJsonRequires(string text, string json) => Assert.Equal(json, CanonicalJson.Text(JsonValue.Create(text)));

    [Fact]
    public void Object_HasItsKeysInOrdinalOrder() => Assert.Equal(
        """{"B":1,"a":3,"a.b":2}""",
        CanonicalJson.Text(CanonicalJson.Object(new Dictionary<string, int> { ["a.b"] = 2, ["a"] = 3, ["B"] = 1 }, value => value)));

    [Fact]
    public void Array_KeepsItsOrder() => Assert.Equal("""["b","a"]""", CanonicalJson.Text(CanonicalJson.Array(["b", "a"])));
}
