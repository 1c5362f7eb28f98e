using Google.Protobuf;
using Infra.Sandbox.Providers.Protocol;
using Infra.Sandbox.Providers.Values;
using Infra.Sandbox.Terraform.Schema;

namespace Infra.Sandbox.Tests.Providers;

public sealed class ValueEncodingTests
{
    private static readonly AttributeType Text = new AttributeType.Primitive(PrimitiveType.Text);
    private static readonly AttributeType Number = new AttributeType.Primitive(PrimitiveType.Number);

    [Fact]
    public void Values_AreMessagePack() => Assert.Equal(
        "84a16ea55468726565a17003a173d40000a17693c0c3cb3fe0000000000000",
        Convert.ToHexStringLower(ValueEncoding.Encode(ProviderValue.Map.Of(
        [
            new("n", "Three"),
            new("p", 3),
            new("s", ProviderValue.Unknown.Value),
            new("v", new ProviderValue.List([ProviderValue.Null.Value, true, 0.5])),
        ])).Msgpack.Span));

    [Theory]
    [InlineData("c0", "null")]
    [InlineData("03", "3")]
    [InlineData("cb3fe0000000000000", "0.5")]
    [InlineData("a23132", "12")] // a number beyond the precision of a double
    [InlineData("d40000", "?")]
    [InlineData("c7030c8101c2", "?")] // an unknown value with a refinement
    public void Numbers_AreRead(string hex, string expected) => Assert.Equal(expected, CanonicalText.Of(Number, Decode(Number, hex)));

    [Fact]
    public void Sets_AreEqualInAnyOrder()
    {
        var set = new AttributeType.Collection(CollectionType.Set, Text);
        var list = new AttributeType.Collection(CollectionType.List, Text);
        var (one, other) = (new ProviderValue.List(["a", "b"]), new ProviderValue.List(["b", "a"]));

        Assert.True(CanonicalText.AreEqual(set, one, other));
        Assert.False(CanonicalText.AreEqual(list, one, other));
    }

    [Fact]
    public void Texts_WithQuotesAreDistinct() => Assert.False(CanonicalText.AreEqual(
        new AttributeType.Collection(CollectionType.List, Text), new ProviderValue.List(["a\",1\"b"]), new ProviderValue.List(["a", "b"])));

    [Fact]
    public void Text_IsNotPrinted() => Assert.Equal("[text]", $"{(ProviderValue)"secret"}");

    private static ProviderValue Decode(AttributeType type, string hex) =>
        ValueEncoding.Decode(type, new DynamicValue { Msgpack = ByteString.CopyFrom(Convert.FromHexString(hex)) });
}
