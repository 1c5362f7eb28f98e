using Infra.Configuration;
using Pulumi;

namespace Infra.Components.Workloads;

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
        CreateTriggers(name, platform, job.Config);
        RegisterOutputs();
    }

    public ConfiguredJob Configured { get; }

    public RunnableTask Task { get; }

    private void CreateTriggers(string name, Platform platform, JobConfig config)
    {
        var options = this.ChildComponent();
        // What starts a run must find all that the run needs.
        options.DependsOn = [.. platform.NeededByTasks];
        if (config.Schedule is { } schedule)
        {
            _ = new JobSchedule($"{name}-schedule", new JobScheduleArgs { Context = platform.Context, Config = schedule, Task = Task }, options);
        }

        if (config.Event is { } onEvent)
        {
            _ = new JobEvent(
                $"{name}-event",
                new JobEventArgs
                {
                    Context = platform.Context,
                    Config = onEvent,
                    Task = Task,
                    BucketNames = platform.Stores.Storage?.BucketNames ?? new Dictionary<string, Output<string>>(),
                },
                options);
        }
    }
}
