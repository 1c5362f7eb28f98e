namespace Pulumi;

/// <summary>
/// Knows when everything a program started has come to rest. Constructors of resources cannot be awaited, so whatever they
/// leave running is added here; each distinct failure is reported once, however many tasks it has passed through.
/// </summary>
internal sealed class TaskTracker(Action<Exception> report)
{
    private readonly Lock _lock = new();
    private readonly HashSet<Exception> _reported = new(ReferenceEqualityComparer.Instance);
    private TaskCompletionSource? _idle;
    private int _active;

    public void Add(Task task)
    {
        lock (_lock)
        {
            _active++;
        }

        task.ContinueWith(
            Complete, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    public Task WhenIdleAsync()
    {
        lock (_lock)
        {
            _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _active == 0 ? Task.CompletedTask : _idle.Task;
        }
    }

    private void Complete(Task task)
    {
        foreach (var exception in task.Exception?.InnerExceptions ?? [])
        {
            bool isNew;
            lock (_lock)
            {
                isNew = _reported.Add(exception);
            }

            if (isNew)
            {
                report(exception);
            }
        }

        lock (_lock)
        {
            if (--_active == 0)
            {
                _idle?.TrySetResult();
            }
        }
    }
}
