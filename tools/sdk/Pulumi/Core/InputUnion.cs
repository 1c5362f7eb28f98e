namespace Pulumi;

/// <summary>An argument that takes either of two types, as a plain value or as an output.</summary>
public sealed class InputUnion<T0, T1> : Input<Union<T0, T1>>
{
    public InputUnion()
        : this(default(Union<T0, T1>))
    {
    }

    private InputUnion(object? source)
        : base(source)
    {
    }

    public static implicit operator InputUnion<T0, T1>(T0 value) => new((object)Union<T0, T1>.FromT0(value));

    public static implicit operator InputUnion<T0, T1>(T1 value) => new((object)Union<T0, T1>.FromT1(value));

    public static implicit operator InputUnion<T0, T1>(Input<T0> value) => new(value.Apply(Union<T0, T1>.FromT0));

    public static implicit operator InputUnion<T0, T1>(Input<T1> value) => new(value.Apply(Union<T0, T1>.FromT1));

    public static implicit operator InputUnion<T0, T1>(Output<T0> value) => new(value.Apply(Union<T0, T1>.FromT0));

    public static implicit operator InputUnion<T0, T1>(Output<T1> value) => new(value.Apply(Union<T0, T1>.FromT1));

    public static implicit operator InputUnion<T0, T1>(Union<T0, T1> value) => new((object)value);

    public static implicit operator InputUnion<T0, T1>(Output<Union<T0, T1>> value) => new((object)Existing(value));
}
