using Infra.Queueing;
using Infra.Tasks;
using Pulumi;

namespace Infra.Jobs;

internal sealed record JobArgs
{
    public required ConfiguredJob Job { get; init; }

    public required JobHost Host { get; init; }
}

/// <summary>A task that does its work and ends, and what starts it. It costs something only while it runs.</summary>
internal sealed class Job : ComponentResource
{
    private const string Type = "infra:index:Job";

    public Job(string name, JobArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        Configured = args.Job;
        var task = new ContainerTask($"{name}-task", new ContainerTaskArgs { Host = args.Host.Tasks, Task = args.Job }, this.ChildComponent());
        Task = RunnableTask.Create(task, args.Job, args.Host.Tasks);
        StoredSecrets = task.StoredSecrets;
        DeadLetterQueueNames = CreateTriggers(name, args);
        RegisterOutputs();
    }

    public ConfiguredJob Configured { get; }

    public RunnableTask Task { get; }

    /// <summary>The secrets that the stack itself stores for it, by variable.</summary>
    public IReadOnlyDictionary<string, Output<string>> StoredSecrets { get; }

    /// <summary>Where the runs stand that could not be started, by what should have started them.</summary>
    public IReadOnlyDictionary<string, Output<string>> DeadLetterQueueNames { get; }

    private Dictionary<string, Output<string>> CreateTriggers(string name, JobArgs job)
    {
        var (context, config) = (job.Host.Tasks.Context, job.Job.Config);
        var deadLetters = new Dictionary<string, Output<string>>();
        var options = this.ChildComponent();
        // What starts a run must find all that the run needs.
        options.DependsOn = [.. job.Host.Tasks.Parts.NeededByTasks];
        if (config.Schedule is { } schedule)
        {
            var args = new JobScheduleArgs { Context = context, Config = schedule, Task = Task };
            deadLetters["schedule"] = new JobSchedule($"{name}-schedule", args, options).DeadLetterQueueName;
        }

        if (config.Event is { Queue: { } queue })
        {
            var args = new JobPipeArgs { Context = context, QueueArn = job.Host.Queues!.QueueArns[queue], Task = Task };
            _ = new JobPipe($"{name}-event", args, options);
        }
        else if (config.Event is { } onEvent)
        {
            var args = new JobEventArgs
            {
                Context = context,
                Config = onEvent,
                Task = Task,
                BucketNames = job.Host.Buckets?.BucketNames ?? ImmutableDictionary<string, Output<string>>.Empty,
            };
            deadLetters["event"] = new JobEvent($"{name}-event", args, options).DeadLetterQueueName;
        }

        return deadLetters;
    }
}
