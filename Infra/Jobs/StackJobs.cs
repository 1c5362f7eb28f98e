using Infra.Services;
using Pulumi;

namespace Infra.Jobs;

/// <summary>The jobs of the stack file, each with a component of its own.</summary>
internal sealed class StackJobs
{
    private StackJobs(IReadOnlyList<Job> all) => All = all;

    public IReadOnlyList<Job> All { get; }

    public static StackJobs Create(Platform platform)
    {
        var names = platform.Context.Names;
        _ = BucketEvents.For(names.Logical("bucket-events"), new BucketEventsArgs
        {
            BucketNames = platform.Stores.Buckets?.BucketNames ?? new Dictionary<string, Output<string>>(),
            Sources = platform.Config.Jobs.Values.Select(job => job.Event?.Bucket).OfType<string>(),
        });
        return new StackJobs([.. platform.Config.AllJobs.Select(job => new Job(job.NamesIn(names).Logical, platform, job))]);
    }

    /// <summary>Where the runs of all jobs stand that could not be started.</summary>
    public IEnumerable<KeyValuePair<string, Output<string>>> DeadLetterQueueNames() => All.SelectMany(job =>
        job.DeadLetterQueueNames.Select(queue => KeyValuePair.Create($"job-{job.Configured.Name}-{queue.Key}", queue.Value)));

    /// <summary>The secrets that the stack itself stores, by task and variable: <c>service.TOKEN</c>, <c>jobs.report.TOKEN</c>.</summary>
    public Output<ImmutableDictionary<string, string>> SecretArns(StackServices services) => OutputMaps.Join(services.All
        .Select(service => (service.Configured.Path, Secrets: service.Task.StoredSecrets))
        .Concat(All.Select(job => (job.Configured.Path, Secrets: job.StoredSecrets)))
        .SelectMany(task => task.Secrets.Select(secret => KeyValuePair.Create($"{task.Path}.{secret.Key}", secret.Value)))
        .ToDictionary());

    /// <summary>The commands that run each job, and the migration of each service, now.</summary>
    public Output<ImmutableDictionary<string, string>> RunCommands(StackServices services, Platform platform) => OutputMaps.Join(All
        .Select(job => (Name: job.Configured.Name, job.Task))
        .Concat(services.Migrations(platform))
        .ToDictionary(run => run.Name, run => run.Task.Command(platform.Context.Region)));
}
