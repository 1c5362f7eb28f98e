using Infra.Queueing;
using Infra.Tasks;
using Pulumi;

namespace Infra.Jobs;

/// <summary>A task that does its work and ends, and what starts it. It costs something only while it runs.</summary>
internal sealed class Job : ComponentResource
{
    private const string Type = "infra:index:Job";

    public Job(string name, Platform platform, ConfiguredJob job)
        : base(Type, name)
    {
        Configured = job;
        var task = new ContainerTask($"{name}-task", platform, job, this.ChildComponent());
        Task = RunnableTask.Of(task, job, platform);
        StoredSecrets = task.StoredSecrets;
        DeadLetterQueueNames = CreateTriggers(name, platform, job.Config);
        RegisterOutputs();
    }

    public ConfiguredJob Configured { get; }

    public RunnableTask Task { get; }

    /// <summary>The secrets that the stack itself stores for it, by variable.</summary>
    public IReadOnlyDictionary<string, Output<string>> StoredSecrets { get; }

    /// <summary>Where the runs stand that could not be started, by what should have started them.</summary>
    public IReadOnlyDictionary<string, Output<string>> DeadLetterQueueNames { get; }

    private Dictionary<string, Output<string>> CreateTriggers(string name, Platform platform, JobConfig config)
    {
        var deadLetters = new Dictionary<string, Output<string>>();
        var options = this.ChildComponent();
        // What starts a run must find all that the run needs.
        options.DependsOn = [.. platform.NeededByTasks];
        if (config.Schedule is { } schedule)
        {
            var args = new JobScheduleArgs { Context = platform.Context, Config = schedule, Task = Task };
            deadLetters["schedule"] = new JobSchedule($"{name}-schedule", args, options).DeadLetterQueueName;
        }

        if (config.Event is { Queue: { } queue })
        {
            var args = new JobPipeArgs { Context = platform.Context, QueueArn = platform.Stores.Queues!.Arns[queue], Task = Task };
            _ = new JobPipe($"{name}-event", args, options);
        }
        else if (config.Event is { } onEvent)
        {
            var args = new JobEventArgs
            {
                Context = platform.Context,
                Config = onEvent,
                Task = Task,
                BucketNames = platform.Stores.Buckets?.BucketNames ?? new Dictionary<string, Output<string>>(),
            };
            deadLetters["event"] = new JobEvent($"{name}-event", args, options).DeadLetterQueueName;
        }

        return deadLetters;
    }
}
