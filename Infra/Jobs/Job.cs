using Infra.Tasks;
using Pulumi;

namespace Infra.Jobs;

internal sealed record JobArgs
{
    public required ConfiguredJob Job { get; init; }

    public required JobHost Host { get; init; }
}

/// <summary>A task that runs to completion, and its triggers. It costs nothing while it does not run.</summary>
internal sealed class Job : ComponentResource
{
    private const string Type = "infra:index:Job";

    private readonly Dictionary<string, Output<string>> _triggers = [];
    private readonly Dictionary<string, Output<string>> _deadLetters = [];

    public Job(string name, JobArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        Configured = args.Job;
        var task = new ContainerTask($"{name}-task", new ContainerTaskArgs { Host = args.Host.Tasks, Task = args.Job }, this.ChildComponent());
        Task = RunnableTask.Create(task, args.Job, args.Host.Tasks);
        LogGroupName = task.LogGroupName;
        StoredSecrets = task.StoredSecrets;
        CreateTriggers(name, args);
        RegisterOutputs();
    }

    public ConfiguredJob Configured { get; }

    public RunnableTask Task { get; }

    public Output<string> LogGroupName { get; }

    /// <summary>The names of what runs it, by kind: <c>schedule</c>, <c>eventRule</c> or <c>pipe</c>.</summary>
    public IReadOnlyDictionary<string, Output<string>> TriggerNames => _triggers;

    /// <summary>The secrets that the stack stores for the job, by variable.</summary>
    public IReadOnlyDictionary<string, Output<string>> StoredSecrets { get; }

    /// <summary>The dead-letter queues for runs that could not be started, by trigger.</summary>
    public IReadOnlyDictionary<string, Output<string>> DeadLetterQueueNames => _deadLetters;

    private void CreateTriggers(string name, JobArgs args)
    {
        var (context, config) = (args.Host.Tasks.Context, args.Job.Config);
        var options = this.ChildComponent();
        // A trigger may start a run at once, so everything that a run needs must exist before it.
        options.DependsOn = [.. args.Host.Tasks.Parts.NeededByTasks];
        if (config.Schedule is { } schedule)
        {
            var trigger = new JobSchedule($"{name}-schedule", new JobScheduleArgs { Context = context, Config = schedule, Task = Task }, options);
            (_triggers["schedule"], _deadLetters["schedule"]) = (trigger.ScheduleName, trigger.DeadLetterQueueName);
        }

        if (config.Event is { Queue: { } queue })
        {
            var pipe = new JobPipe($"{name}-event", new JobPipeArgs { Context = context, QueueArn = args.Host.Queues!.QueueArns[queue], Task = Task }, options);
            _triggers["pipe"] = pipe.PipeName;
        }
        else if (config.Event is { } onEvent)
        {
            var trigger = new JobEvent(
                $"{name}-event",
                new JobEventArgs
                {
                    Context = context,
                    Config = onEvent,
                    Task = Task,
                    BucketNames = args.Host.Buckets?.BucketNames ?? ImmutableDictionary<string, Output<string>>.Empty,
                },
                options);
            (_triggers["eventRule"], _deadLetters["event"]) = (trigger.RuleName, trigger.DeadLetterQueueName);
        }
    }
}
