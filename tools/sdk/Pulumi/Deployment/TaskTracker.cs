namespace Pulumi;

/// <summary>
/// Knows when everything a program started has come to rest. Constructors of resources cannot be awaited, so whatever they
/// leave running is added here; each distinct failure is reported once, however many tasks it has passed through.
/// </summary>
internal sealed class TaskTracker(Action<Exception> report)
{
    private readonly Lock _lock = new();
    private readonly HashSet<Exception> _reported = new(ReferenceEqualityComparer.Instance);
    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _active = 1;

    public void Add(Task task)
    {
        Interlocked.Increment(ref _active);
        task.ContinueWith(
            Complete, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Ends the program's own part; the result completes when nothing is running any more, or when something failed.</summary>
    public Task SettleAsync()
    {
        Leave();
        return _settled.Task;
    }

    private void Complete(Task task)
    {
        foreach (var exception in task.Exception?.InnerExceptions ?? [])
        {
            if (IsNew(exception))
            {
                report(exception);
                _settled.TrySetResult();
            }
        }

        Leave();
    }

    private bool IsNew(Exception exception)
    {
        lock (_lock)
        {
            return _reported.Add(exception);
        }
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref _active) == 0)
        {
            _settled.TrySetResult();
        }
    }
}
