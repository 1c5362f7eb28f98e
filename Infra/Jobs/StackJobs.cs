using Infra.ObjectStorage;
using Infra.Queueing;
using Infra.Tasks;
using Pulumi;

namespace Infra.Jobs;

/// <summary>Inputs shared by all jobs.</summary>
internal sealed record JobHost
{
    public required TaskHost Tasks { get; init; }

    public Buckets? Buckets { get; init; }

    public Queues? Queues { get; init; }
}

/// <summary>The jobs of the stack file.</summary>
internal sealed class StackJobs : IStackPart
{
    public StackJobs(IReadOnlyList<ConfiguredJob> jobs, JobHost host)
    {
        var names = host.Tasks.Context.Names;
        _ = BucketEvents.Create(names.Logical("bucket-events"), host.Buckets, jobs);
        All = [.. jobs.Select(job => new Job(job.NamesIn(names).Logical, new JobArgs { Job = job, Host = host }))];
    }

    public IReadOnlyList<Job> All { get; }

    /// <summary>The secrets that the stack stores for jobs, by job and variable, such as <c>jobs.report.TOKEN</c>.</summary>
    public IEnumerable<KeyValuePair<string, Output<string>>> StoredSecrets => All.SelectMany(job =>
        job.StoredSecrets.Select(secret => KeyValuePair.Create($"{job.Configured.Path}.{secret.Key}", secret.Value)));

    /// <summary>The commands that follow the log, by key.</summary>
    public IEnumerable<KeyValuePair<string, Output<string>>> LogCommands(string region) => All.Select(job => KeyValuePair.Create(
        job.Configured.Path.Text, LogCommand.Create(region, job.LogGroupName)));

    /// <summary>The expected state of each job, by key.</summary>
    public Output<ImmutableDictionary<string, object>> Expected => OutputMaps.Objects(All.Select(job => KeyValuePair.Create(
        job.Configured.Path.Text, ExpectedJob.Create(job))));

    /// <summary>The commands that run each job, and each of the given tasks, manually.</summary>
    public Output<ImmutableDictionary<string, string>> RunCommands(StackContext context, IEnumerable<KeyValuePair<string, RunnableTask>> more) =>
        OutputMaps.Join(All
            .Select(job => KeyValuePair.Create(job.Configured.Name, job.Task))
            .Concat(more)
            .ToDictionary(run => run.Key, run => run.Value.Command(context.Region)));

    // A message in these queues is a run that could not be started.
    public IEnumerable<AlarmSubject> Alarms(AlarmsConfig thresholds) => All.SelectMany(job => job.DeadLetterQueueNames.Select(queue =>
        DeadLetterAlarms.Subject(thresholds, $"job-{job.Configured.Name}-{queue.Key}", queue.Value)));
}
