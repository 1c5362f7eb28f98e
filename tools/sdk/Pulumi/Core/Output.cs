using System.Collections.Immutable;
using System.Globalization;

namespace Pulumi;

/// <summary>Makes and combines <see cref="Output{T}"/>s. A combination is unknown or secret as soon as one part of it is.</summary>
public static partial class Output
{
    public static Output<T> Create<T>(T value) => new(OutputData.Known(value));

    public static Output<T> Create<T>(Task<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new Output<T>(FromTaskAsync(value, isSecret: false));
    }

    public static Output<T> CreateSecret<T>(T value) => new(OutputData.Known(value, isSecret: true));

    public static Output<T> CreateSecret<T>(Task<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new Output<T>(FromTaskAsync(value, isSecret: true));
    }

    public static Output<T> CreateSecret<T>(Output<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new Output<T>(WithSecretAsync(value, isSecret: true));
    }

    /// <summary>The same value without its secret mark; anything derived from it may then be shown in plain text.</summary>
    public static Output<T> Unsecret<T>(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return new Output<T>(WithSecretAsync(output, isSecret: false));
    }

    public static async Task<bool> IsSecretAsync<T>(Output<T> output) =>
        (await output.DataTask.ConfigureAwait(false)).IsSecret;

    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs) => All((IEnumerable<Input<T>>)inputs);

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs) =>
        Combine(ImmutableArray.CreateRange<IInput>(inputs), static values => ImmutableArray.CreateRange(values, value => (T)value!));

    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => All((IEnumerable<Output<T>>)outputs);

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs) =>
        All(outputs.Select(output => (Input<T>)output));

    /// <summary>
    /// Fills the holes of an interpolated string with the values of the outputs and inputs in them, in the invariant culture.
    /// </summary>
    public static Output<string> Format(FormattableString formattableString)
    {
        var arguments = formattableString.GetArguments();
        return Combine(
            [.. arguments.Select(AsInput)],
            values => string.Format(CultureInfo.InvariantCulture, formattableString.Format, [.. values]));
    }

    internal static Output<T> Unknown<T>(T value) =>
        new(new OutputData<T>(value, false, false, OutputData.NoResources));

    /// <summary>Waits for all parts; an unknown combination has no value, so <paramref name="build"/> only sees known ones.</summary>
    internal static Output<T> Combine<T>(ImmutableArray<IInput> parts, Func<ImmutableArray<object?>, T> build) =>
        new(CombineAsync(parts, build));

    private static async Task<OutputData<T>> CombineAsync<T>(ImmutableArray<IInput> parts, Func<ImmutableArray<object?>, T> build)
    {
        var values = ImmutableArray.CreateBuilder<object?>(parts.Length);
        var isKnown = true;
        var isSecret = false;
        var resources = OutputData.NoResources;
        foreach (var part in parts)
        {
            var output = part.Output;
            await output.Completion.ConfigureAwait(false);
            var data = output.Data;
            values.Add(data.Value);
            isKnown &= data.IsKnown;
            isSecret |= data.IsSecret;
            resources = OutputData.Union(resources, data.Resources);
        }

        var value = isKnown ? build(values.MoveToImmutable()) : default!;
        return new OutputData<T>(value, isKnown, isSecret, resources);
    }

    private static IInput AsInput(object? value) => value switch
    {
        IInput input => input,
        IOutput output => output.AsInput(),
        _ => (Input<object?>)Create(value),
    };

    private static async Task<OutputData<T>> FromTaskAsync<T>(Task<T> task, bool isSecret) =>
        OutputData.Known(await task.ConfigureAwait(false), isSecret);

    private static async Task<OutputData<T>> WithSecretAsync<T>(Output<T> output, bool isSecret) =>
        (await output.DataTask.ConfigureAwait(false)).WithSecret(isSecret);
}
