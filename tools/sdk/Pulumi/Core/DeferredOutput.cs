namespace Pulumi;

/// <summary>An output that can be handed out now and given its value later, for resources that refer to each other.</summary>
public sealed class DeferredOutput<T>
{
    private readonly TaskCompletionSource<OutputData<T>> _completion = new();

    public DeferredOutput() => Output = new Output<T>(_completion.Task);

    public Output<T> Output { get; }

    public void Resolve(Output<T> output) => _ = ForwardAsync(output);

    private async Task ForwardAsync(Output<T> output)
    {
        try
        {
            _completion.SetResult(await output.DataTask.ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            _completion.SetException(exception);
        }
    }
}
