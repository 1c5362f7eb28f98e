using Infra.Configuration;
using Pulumi;

namespace Infra.Components;

/// <summary>A task that does its work and ends, and what starts it. It costs something only while it runs.</summary>
internal sealed class Job : ComponentResource
{
    private const string Type = "infra:index:Job";

    public Job(string name, Platform platform, ConfiguredJob job)
        : base(Type, name)
    {
        Configured = job;
        Task = new ContainerTask($"{name}-task", platform, job, this.ChildComponent());
        RegisterOutputs();
    }

    public ConfiguredJob Configured { get; }

    public ContainerTask Task { get; }
}
