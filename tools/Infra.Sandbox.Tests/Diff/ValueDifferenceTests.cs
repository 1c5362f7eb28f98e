using Infra.Sandbox.Changes.Comparison;
using Infra.Sandbox.Diff.Reports;
using Infra.Sandbox.Diff.StackFiles;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Tests.Diff;

public sealed class ValueDifferenceTests
{
    [Theory]
    [InlineData("""{"a":1,"b":[1,2]}""", """{"b":[1,2],"a":1.0}""", "")]
    [InlineData("""{"a":1,"b":2}""", """{"a":2,"c":3}""", "x.a: 1 → 2; x.b: 2 → (not set); x.c: (not set) → 3")]
    [InlineData("""{"a.b":1}""", """{"a.b":2}""", "x[\"a.b\"]: 1 → 2")]
    [InlineData("[1,2]", "[1,2,3]", "x[2]: (not set) → 3")]
    [InlineData("[1,2,3]", "[2,3]", "x[0]: 1 → (not set)")]
    [InlineData("[1,2,3]", "[1,4,3]", "x[1]: 2 → 4")]
    [InlineData("[1,1]", "[1]", "x[1]: 1 → (not set)")]
    [InlineData("[1,2]", "[2,1]", "x: [1, 2] → [2, 1]")]
    [InlineData("""[{"a":1,"b":2},{"a":3}]""", """[{"a":3},{"a":1,"b":4}]""", "x[1].b: 2 → 4")]
    [InlineData("""{"a":[]}""", "{}", "x.a: [] → (not set)")]
    [InlineData("""{"a":[1]}""", """{"a":"1"}""", "x.a: [1] → \"1\"")]
    public void Change_IsTheSmallestValueThatDiffers(string old, string wanted, string changes) =>
        Assert.Equal(changes, Text(JsonText.Parse(old), JsonText.Parse(wanted)));

    [Fact]
    public void Secret_WithAnotherValue_IsAChangeWithoutItsContent()
    {
        PropertyValue old = new PropertyValue.Secret("""{"a":1}"""), wanted = new PropertyValue.Secret("""{"a":2}""");

        Assert.Equal("x: [secret] → [secret]", Text(old, wanted));
        Assert.Equal("", Text(old, new PropertyValue.Secret("""{"a":1}""")));
    }

    private static string Text(PropertyValue? old, PropertyValue? wanted) => string.Join("; ", ValueDifference.Between("x", old, wanted).Select(
        change => ValueText.Pair(change.Old, change.New, 70) is var (before, after) ? $"{change.Key}: {before} → {after}" : ""));
}
