namespace Pulumi;

/// <summary>
/// An argument of a resource: a plain value or an <see cref="Output{T}"/> of one. Both convert implicitly, so code that sets
/// arguments reads the same either way.
/// </summary>
public class Input<T> : IInput
{
    private readonly object? _source;

    private protected Input(object? source) => _source = source;

    object? IInput.Source => GetSource();

    IOutput IInput.Output => ToOutput();

    public static implicit operator Input<T>(T value) => new((object?)value);

    public static implicit operator Input<T>(Output<T> value) => new((object)Existing(value));

    public static implicit operator Output<T>(Input<T> input) => input.ToOutput();

    internal Output<T> ToOutput() => GetSource() as Output<T> ?? CreateOutput();

    /// <summary>Refuses a missing output: an input without a value is no input at all, never one without an output.</summary>
    private protected static TOutput Existing<TOutput>(TOutput? outputValue)
        where TOutput : class
    {
        ArgumentNullException.ThrowIfNull(outputValue);
        return outputValue;
    }

    private protected virtual object? GetSource() => _source;

    private protected virtual Output<T> CreateOutput() => Pulumi.Output.Create((T)GetSource()!);
}
