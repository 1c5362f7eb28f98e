namespace Pulumi.Tests;

/// <summary>A resource with a property of every kind that generated resource classes have.</summary>
internal sealed class Thing : CustomResource
{
    public const string Token = "test:index:Thing";

    public Thing(string name, ThingArgs? args = null, CustomResourceOptions? options = null)
        : base(Token, name, args ?? new ThingArgs(), options)
    {
    }

    private Thing(string name, Input<string> id, CustomResourceOptions? options)
        : base(Token, name, new ThingArgs(), CustomResourceOptions.Merge(options, new CustomResourceOptions { Id = id }))
    {
    }

    [Output("text")]
    public Output<string> Text { get; private set; } = null!;

    [Output("flag")]
    public Output<bool> Flag { get; private set; } = null!;

    [Output("count")]
    public Output<int> Count { get; private set; } = null!;

    [Output("ratio")]
    public Output<double?> Ratio { get; private set; } = null!;

    [Output("names")]
    public Output<ImmutableArray<string>> Names { get; private set; } = null!;

    [Output("tags")]
    public Output<ImmutableDictionary<string, string>> Tags { get; private set; } = null!;

    [Output("part")]
    public Output<Part> Part { get; private set; } = null!;

    [Output("parts")]
    public Output<ImmutableArray<Part>> Parts { get; private set; } = null!;

    [Output("color")]
    public Output<Color?> Color { get; private set; } = null!;

    [Output("either")]
    public Output<Union<string, int>> Either { get; private set; } = null!;

    [Output("anything")]
    public Output<object> Anything { get; private set; } = null!;

    public static Thing Get(string name, Input<string> id, CustomResourceOptions? options = null) => new(name, id, options);
}

internal sealed class ThingArgs : ResourceArgs
{
    [Input("names")]
    private InputList<string>? _names;

    [Input("tags")]
    private InputMap<string>? _tags;

    [Input("parts")]
    private InputList<PartArgs>? _parts;

    [Input("password")]
    private Input<string>? _password;

    [Input("text")]
    public Input<string>? Text { get; set; }

    [Input("flag")]
    public Input<bool>? Flag { get; set; }

    [Input("count")]
    public Input<int>? Count { get; set; }

    [Input("ratio")]
    public Input<double>? Ratio { get; set; }

    [Input("part")]
    public Input<PartArgs>? Part { get; set; }

    [Input("color")]
    public Input<Color>? Color { get; set; }

    [Input("either")]
    public InputUnion<string, int>? Either { get; set; }

    [Input("policy")]
    public InputUnion<string, PartArgs>? PolicyDocument { get; set; }

    [Input("anything")]
    public Input<object>? Anything { get; set; }

    [Input("owner")]
    public Input<Resource>? Owner { get; set; }

    [Input("code")]
    public Input<Archive>? Code { get; set; }

    public Input<string>? Password
    {
        get => _password;
        set => _password = Output.Tuple<Input<string>?, int>(value, Output.CreateSecret(0)).Apply(pair => pair.Item1);
    }

    public InputList<string> Names
    {
        get => _names ??= [];
        set => _names = value;
    }

    public InputMap<string> Tags
    {
        get => _tags ??= [];
        set => _tags = value;
    }

    public InputList<PartArgs> Parts
    {
        get => _parts ??= [];
        set => _parts = value;
    }
}

internal sealed class PartArgs : ResourceArgs
{
    [Input("label")]
    public Input<string>? Label { get; set; }

    [Input("size")]
    public Input<int>? Size { get; set; }
}

[OutputType]
internal sealed class Part
{
    public readonly string? Label;
    public readonly int Size;
    public readonly ImmutableArray<string> Notes;

    [OutputConstructor]
    private Part(string? label, int size, ImmutableArray<string> notes)
    {
        Label = label;
        Size = size;
        Notes = notes;
    }
}

[EnumType]
internal readonly struct Color : IEquatable<Color>
{
    private readonly string _value;

    private Color(string value) => _value = value;

    public static Color Red { get; } = new("red");

    public static bool operator ==(Color left, Color right) => left.Equals(right);

    public static bool operator !=(Color left, Color right) => !left.Equals(right);

    public static explicit operator string(Color value) => value._value;

    public override bool Equals(object? obj) => obj is Color other && Equals(other);

    public bool Equals(Color other) => _value == other._value;

    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    public override string ToString() => _value;
}
