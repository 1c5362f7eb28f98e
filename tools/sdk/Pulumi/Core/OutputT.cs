using Pulumi.Serialization;

namespace Pulumi;

/// <summary>
/// A value that may only exist once a resource does. It remembers whether it is known yet, whether it is secret and which
/// resources it came from, so it can be transformed with <c>Apply</c> but never read directly.
/// </summary>
public sealed class Output<T> : IOutput
{
    private readonly ResourceProperties? _properties;
    private readonly string? _name;
    private Task<OutputData<T>>? _data;

    internal Output(Task<OutputData<T>> data)
    {
        _data = data;
        Deployment.Track(data);
    }

    internal Output(OutputData<T> data) => _data = Task.FromResult(data);

    internal Output(ResourceProperties properties, string name)
    {
        _properties = properties;
        _name = name;
    }

    // Most properties of most resources are never looked at, so theirs are converted on first use.
    internal Task<OutputData<T>> DataTask => _data ??= _properties!.ReadAsync<T>(_name!);

    Task IOutput.Completion => DataTask;

    OutputData<object?> IOutput.Data
    {
        get
        {
            var data = DataTask.GetAwaiter().GetResult();
            return new OutputData<object?>(data.Value, data.IsKnown, data.IsSecret, data.Resources);
        }
    }

    IInput IOutput.AsInput() => (Input<T>)this;

    public static Output<T> Create(Task<T> value) => Output.Create(value);

    public Output<TResult> Apply<TResult>(Func<T, TResult> func) => Apply(value => Output.Create(func(value)));

    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func) => Apply(value => Output.Create(func(value)));

    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func) => Apply(value => func(value)?.ToOutput());

    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func) => new(ApplyAsync(func));

    public Output<ValueTuple> Apply(Func<T, Task> func) =>
        Apply(async value =>
        {
            await func(value).ConfigureAwait(false);
            return default(ValueTuple);
        });

    private async Task<OutputData<TResult>> ApplyAsync<TResult>(Func<T, Output<TResult>?> func)
    {
        var data = await DataTask.ConfigureAwait(false);
        if (!data.IsKnown)
        {
            return new OutputData<TResult>(default!, false, data.IsSecret, data.Resources);
        }

        var inner = func(data.Value);
        if (inner is null)
        {
            return new OutputData<TResult>(default!, true, data.IsSecret, data.Resources);
        }

        var result = await inner.DataTask.ConfigureAwait(false);
        return new OutputData<TResult>(
            result.Value,
            result.IsKnown,
            data.IsSecret || result.IsSecret,
            OutputData.Union(data.Resources, result.Resources));
    }

    /// <summary>Explains why an output has no text of its own; the text never contains the value.</summary>
    public override string ToString()
    {
        const string Message =
            "Calling [ToString] on an [Output<T>] is not supported.\n\n" +
            "To get the value of an Output<T> as an Output<string> consider:\n" +
            "1. o.Apply(v => $\"prefix{v}suffix\")\n" +
            "2. Output.Format($\"prefix{o}suffix\")";
        if (Environment.GetEnvironmentVariable("PULUMI_ERROR_OUTPUT_STRING") is { } value
            && (value == "1" || value.Equals("true", StringComparison.OrdinalIgnoreCase)))
        {
            throw new InvalidOperationException(Message);
        }

        Log.Warn(Message);
        return Message;
    }
}
