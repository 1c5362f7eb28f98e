using System.Collections.Immutable;
using Infra.Sandbox.Providers.States;
using Infra.Sandbox.Providers.Values;
using Infra.Sandbox.Terraform.Schema;

namespace Infra.Sandbox.Tests.Providers;

public sealed class ProposedStateTests
{
    private static readonly AttributeType Text = new AttributeType.Primitive(PrimitiveType.Text);

    private static readonly BlockSchema Rule = Block([], ("name", Optional), ("id", Computed));

    private static readonly BlockSchema Resource = Block(
        [("list", Nesting.List), ("set", Nesting.Set), ("single", Nesting.Single)], ("arn", Computed), ("description", Optional), ("zone", Both));

    private static AttributeSchema Optional => new() { Type = Text, IsOptional = true };

    private static AttributeSchema Computed => new() { Type = Text, IsComputed = true };

    private static AttributeSchema Both => new() { Type = Text, IsOptional = true, IsComputed = true };

    [Fact]
    public void ComputedAttribute_KeepsItsValueUnlessGiven()
    {
        var prior = Of(("arn", "arn:1"), ("description", "old"), ("zone", "a"));

        Assert.Equal("arn:1 null a", Attributes(ProposedState.Of(Resource, prior, Of())));
        Assert.Equal("arn:1 new b", Attributes(ProposedState.Of(Resource, prior, Of(("description", "new"), ("zone", "b")))));
    }

    [Fact]
    public void NewResource_HasNoComputedValues() =>
        Assert.Equal("null new null", Attributes(ProposedState.Of(Resource, ProviderValue.Null.Value, Of(("description", "new")))));

    [Fact]
    public void BlocksOfList_KeepComputedValuesByIndex() => Assert.Equal(
        "x=1 b=2",
        Rules("list", ProposedState.Of(Resource, Of(("list", List(("a", "1"), ("b", "2")))), Of(("list", List(("x", null), ("b", null)))))));

    [Fact]
    public void BlocksOfSet_KeepComputedValuesByContent() => Assert.Equal(
        "b=2 x=null",
        Rules("set", ProposedState.Of(Resource, Of(("set", List(("a", "1"), ("b", "2")))), Of(("set", List(("b", null), ("x", null)))))));

    [Fact]
    public void SingleBlock_IsMerged() => Assert.Equal(
        "7",
        Plain(((ProviderValue.Map)((ProviderValue.Map)ProposedState.Of(
            Resource, Of(("single", Block("a", "7"))), Of(("single", Block("b", null))))).Find("single")).Find("id")));

    private static BlockSchema Block((string Name, Nesting Nesting)[] blocks, params (string Name, AttributeSchema Schema)[] attributes) => new()
    {
        Attributes = attributes.ToImmutableSortedDictionary(attribute => attribute.Name, attribute => attribute.Schema, StringComparer.Ordinal),
        Blocks = blocks.ToImmutableSortedDictionary(
            block => block.Name, block => new NestedBlockSchema { Nesting = block.Nesting, Block = Rule }, StringComparer.Ordinal),
    };

    private static ProviderValue.Map Of(params (string Name, ProviderValue Value)[] members)
    {
        var nothing = ProviderValue.Map.Of(
        [
            .. Resource.Attributes.Keys.Append("single").Select(name => KeyValuePair.Create(name, (ProviderValue)ProviderValue.Null.Value)),
            new("list", ProviderValue.List.Empty),
            new("set", ProviderValue.List.Empty),
        ]);
        return new ProviderValue.Map(nothing.Entries.SetItems(members.Select(member => KeyValuePair.Create(member.Name, member.Value))));
    }

    private static ProviderValue.List List(params (string Name, string? Id)[] items) => new([.. items.Select(item => Block(item.Name, item.Id))]);

    private static ProviderValue Block(string name, string? id) =>
        ProviderValue.Map.Of([new("name", name), new("id", id is null ? ProviderValue.Null.Value : (ProviderValue)id)]);

    private static string Attributes(ProviderValue resource) =>
        string.Join(' ', Resource.Attributes.Keys.Select(name => Plain(((ProviderValue.Map)resource).Find(name))));

    private static string Rules(string block, ProviderValue resource) => string.Join(
        ' ',
        ((ProviderValue.List)((ProviderValue.Map)resource).Find(block)).Items
            .Cast<ProviderValue.Map>()
            .Select(item => $"{Plain(item.Find("name"))}={Plain(item.Find("id"))}"));

    private static string Plain(ProviderValue value) => value is ProviderValue.Text text ? text.Value : "null";
}
