using Infra.Sandbox.Verification.Aws;
using Infra.Sandbox.Verification.Outputs;

namespace Infra.Sandbox.Verification.Rollouts;

/// <summary>Waits until every service serves or has failed.</summary>
internal sealed class RolloutWatch(ServiceObserver observer, IClock clock, TextWriter progress)
{
    // A deployment takes minutes; the first answers are the most likely to change.
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private const int FailedPolls = 5;

    private readonly Dictionary<string, WatchedService> _watched = [];

    /// <param name="services">The services.</param>
    /// <param name="timeout">The time to wait at most; null for that of each service.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<WatchedService>> WatchAsync(IReadOnlyList<ExpectedService> services, TimeSpan? timeout, CancellationToken cancellation)
    {
        foreach (var service in services)
        {
            _watched[service.Name] = new WatchedService(service, clock.Elapsed + (timeout ?? TimeSpan.FromMinutes(service.TimeoutMinutes)));
        }

        var failures = 0;
        for (var pause = FirstPause; Unfinished().Count > 0; pause = Longer(pause))
        {
            try
            {
                await PollAsync(cancellation);
                failures = 0;
            }
            catch (AwsCallException exception) when (exception.IsTransient && ++failures < FailedPolls)
            {
                await progress.WriteLineAsync($"{exception.Message}; trying again");
            }

            if (Unfinished().Count > 0)
            {
                await clock.DelayAsync(pause, cancellation);
            }
        }

        return [.. services.Select(service => _watched[service.Name])];
    }

    private List<WatchedService> Unfinished() => [.. _watched.Values.Where(service => !service.IsFinished)];

    private async Task PollAsync(CancellationToken cancellation)
    {
        var unfinished = Unfinished();
        var states = await observer.ObserveAsync(unfinished.Select(service => service.Expected), cancellation);
        foreach (var service in unfinished)
        {
            if (service.Add(states[service.Expected.Name], clock.Elapsed))
            {
                await progress.WriteLineAsync($"{clock.Elapsed:mm\\:ss} {service.Expected.Key}: {service.Status.Text}");
            }
        }
    }

    private static TimeSpan Longer(TimeSpan pause) => pause * 2 < LongestPause ? pause * 2 : LongestPause;
}

/// <summary>A service, and all that AWS has said about it.</summary>
internal sealed class WatchedService(ExpectedService expected, TimeSpan deadline)
{
    private readonly Dictionary<string, TaskState> _stopped = [];
    private readonly HashSet<ServiceEvent> _events = [];
    private readonly Dictionary<string, Deployment> _deployments = [];
    private bool _wasDoubtful;

    public ExpectedService Expected => expected;

    public RolloutStatus Status { get; private set; } = new(Outcome.Waiting, "");

    public ServiceState State { get; private set; } = new();

    public bool IsFinished { get; private set; }

    /// <summary>The state with everything that AWS has forgotten since: stopped tasks, events and deployments.</summary>
    public ServiceState History => State with
    {
        Tasks = [.. State.Tasks.Where(task => !_stopped.ContainsKey(task.Arn)), .. _stopped.Values],
        Events = [.. _events.OrderByDescending(item => item.CreatedAt)],
        Deployments = [.. State.Deployments, .. PastDeployments],
    };

    private IEnumerable<Deployment> PastDeployments => _deployments.Values
        .Where(past => State.Deployments.All(present => present.Id != past.Id))
        .Select(past => past with { Status = "INACTIVE" });

    /// <summary>Evaluates a new state.</summary>
    /// <returns>Whether there is something new to say.</returns>
    public bool Add(ServiceState state, TimeSpan now)
    {
        Remember(state);
        var status = RolloutEvaluator.Evaluate(expected, state);
        var isNew = status.Text != Status.Text;
        var isCertain = status.IsFinal || (_wasDoubtful && !status.IsCertain);
        _wasDoubtful = !status.IsCertain;
        if (!isCertain && now >= deadline)
        {
            status = status.Outcome == Outcome.Waiting ? status with { Outcome = Outcome.TimedOut } : status;
            isCertain = true;
        }

        (Status, IsFinished) = (status, isCertain);
        return isNew;
    }

    private void Remember(ServiceState state)
    {
        State = state;
        foreach (var task in state.Tasks.Where(task => task.LastStatus == "STOPPED"))
        {
            _stopped[task.Arn] = task;
        }

        _events.UnionWith(state.Events);
        foreach (var deployment in state.Deployments)
        {
            _deployments[deployment.Id] = deployment;
        }
    }
}
