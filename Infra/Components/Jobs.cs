using Infra.Configuration;
using Pulumi;

namespace Infra.Components;

/// <summary>The jobs of the stack file, each with a component of its own.</summary>
internal sealed class Jobs
{
    private Jobs(IReadOnlyList<Job> all) => All = all;

    public IReadOnlyList<Job> All { get; }

    public static Jobs Create(Platform platform) => new(
    [
        .. platform.Config.AllJobs.Select(job => new Job(job.NamesIn(platform.Context.Names).Logical, platform, job)),
    ]);
}
