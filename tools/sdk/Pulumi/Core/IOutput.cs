namespace Pulumi;

/// <summary>An <see cref="Output{T}"/> of any type, for code that walks values without knowing their types.</summary>
internal interface IOutput
{
    Task Completion { get; }

    /// <summary>The data of a completed output; rethrows what made the output fail.</summary>
    OutputData<object?> Data { get; }

    IInput AsInput();
}

/// <summary>An <see cref="Input{T}"/> of any type.</summary>
internal interface IInput
{
    /// <summary>The origin of the input: a plain value, an output, or a collection of further inputs.</summary>
    object? Source { get; }

    IOutput Output { get; }
}

internal interface IUnion
{
    object? Value { get; }
}
