using Infra.Configuration.Binding;

namespace Infra.Tests.Configuration.Binding;

public sealed class KeyPathTests
{
    private readonly Root _other = new();

    [Fact]
    public void Property_IsCamelCase() => Assert.Equal("memoryMiB", KeyPath.Of<Leaf>(leaf => leaf.MemoryMiB).Text);

    [Fact]
    public void NestedProperties_AreJoinedByDots() => Assert.Equal("plain.memoryMiB", KeyPath.Of<Root>(root => root.Plain.MemoryMiB).Text);

    [Fact]
    public void NullForgivingOperators_AreDropped() => Assert.Equal("optional.label", KeyPath.Of<Root>(root => root.Optional!.Label!).Text);

    [Fact]
    public void WhitespaceAndLineBreaks_AreDropped() => Assert.Equal("optional.label", KeyPath.Of<Root>(
        root =>
            root
                .Optional!
                .Label).Text);

    [Fact]
    public void Member_IsBelowTheKey() =>
        Assert.Equal("plain.memoryMiB", KeyPath.Of<Root>(root => root.Plain).Member<Leaf>(leaf => leaf.MemoryMiB).Text);

    [Fact]
    public void Member_OfTheDefault_HasNoDotInFront() => Assert.Equal("label", default(KeyPath).Member<Leaf>(leaf => leaf.Label).Text);

    [Fact]
    public void MapEntry_IsNamed() =>
        Assert.Equal("leaves.admin.label", KeyPath.Of<Root>(root => root.Leaves).Named("admin").Member<Leaf>(leaf => leaf.Label).Text);

    [Fact]
    public void MapEntry_WithADotInItsName_IsQuoted() =>
        Assert.Equal("leaves[\"a.b\"]", KeyPath.Of<Root>(root => root.Leaves).Named("a.b").Text);

    [Fact]
    public void ListItem_HasItsIndex() => Assert.Equal("zones[1]", KeyPath.Of<Root>(root => root.Zones).Item(1).Text);

    [Fact]
    public void SameKey_IsEqual() => Assert.Equal(
        KeyPath.Of<Root>(root => root.Plain.Label), KeyPath.Of<Root>(root => root.Plain).Member<Leaf>(leaf => leaf.Label));

    [Fact]
    public void Default_IsEmptyText()
    {
        Assert.Equal("", default(KeyPath).Text);
        Assert.Equal("", default(KeyPath).ToString());
    }

    [Fact]
    public void MethodCall_IsRefused() =>
        AssertRefused("root => root.Plain.ToString()", () => KeyPath.Of<Root>(root => root.Plain.ToString()));

    [Fact]
    public void OtherVariable_IsRefused() => AssertRefused("root => _other.Plain", () => KeyPath.Of<Root>(root => _other.Plain));

    [Fact]
    public void Negation_IsRefused() => AssertRefused("leaf => !leaf.IsOn", () => KeyPath.Of<Leaf>(leaf => !leaf.IsOn));

    [Fact]
    public void Indexer_IsRefused() => AssertRefused("root => root.Zones[0]", () => KeyPath.Of<Root>(root => root.Zones[0]));

    [Fact]
    public void ConditionalAccess_IsRefused() =>
        AssertRefused("root => root.Optional?.Label", () => KeyPath.Of<Root>(root => root.Optional?.Label));

    [Fact]
    public void ParameterAlone_IsRefused() => AssertRefused("root => root", () => KeyPath.Of<Root>(root => root));

    [Fact]
    public void MethodGroup_IsRefused() => AssertRefused("Label", () => KeyPath.Of<Leaf>(Label));

    private static object? Label(Leaf leaf) => leaf.Label;

    private static void AssertRefused(string expression, Action make) => Assert.Equal(
        $"\"{expression}\" must be a chain of properties, such as config => config.Database!.Tls (Parameter 'expression')",
        Assert.Throws<ArgumentException>(make).Message);

    private sealed record Root
    {
        public Leaf Plain { get; init; } = new();

        public Leaf? Optional { get; init; }

        public IReadOnlyDictionary<string, Leaf> Leaves { get; init; } = new Dictionary<string, Leaf>();

        public IReadOnlyList<string> Zones { get; init; } = [];
    }

    private sealed record Leaf
    {
        public int MemoryMiB { get; init; }

        public string? Label { get; init; }

        public bool IsOn { get; init; }
    }
}
