using Infra.Sandbox.Changes.Comparison;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Tests.Changes.Support;
using Infra.Sandbox.Tests.Terraform.Support;

namespace Infra.Sandbox.Tests.Changes.Comparison;

public sealed class IgnoredPathsTests
{
    [Theory]
    [InlineData("count", "{actions: [{forward: new, order: 2}], count: 1, tags: {a.b: new}}")]
    [InlineData("actions", "{actions: [{forward: old, order: 1}], count: 2, tags: {a.b: new}}")]
    [InlineData("actions[0].forward", "{actions: [{forward: old, order: 2}], count: 2, tags: {a.b: new}}")]
    [InlineData("actions[*].order", "{actions: [{forward: new, order: 1}], count: 2, tags: {a.b: new}}")]
    [InlineData("tags[\"a.b\"]", "{actions: [{forward: new, order: 2}], count: 2, tags: {a.b: old}}")]
    [InlineData("actions[7].order", "{actions: [{forward: new, order: 2}], count: 2, tags: {a.b: new}}")]
    public void Path_KeepsTheOldValue(string path, string expected) =>
        Assert.Equal(expected, PlanText.Text(IgnoredPaths.Reset(Inputs("old", 1), Inputs("new", 2), [path])));

    [Fact]
    public void Path_NotGivenBefore_IsRemoved() => Assert.Equal(
        "{}", PlanText.Text(IgnoredPaths.Reset(PropertyValue.Map.Empty, Graphs.Map(("count", 1)), ["count"])));

    [Fact]
    public void Path_NoLongerGiven_StaysGiven() => Assert.Equal(
        "{count: 2}", PlanText.Text(IgnoredPaths.Reset(Graphs.Map(("count", 2)), PropertyValue.Map.Empty, ["count"])));

    private static PropertyValue.Map Inputs(string text, int number) => Graphs.Map(
        ("count", number),
        ("actions", Graphs.List(Graphs.Map(("forward", text), ("order", number)))),
        ("tags", Graphs.Map(("a.b", text))));
}
