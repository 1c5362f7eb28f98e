using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;

namespace Infra.Tasks;

/// <summary>Restarts the container within its task.
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-restart-policy.html</summary>
internal sealed record RestartPolicyConfig
{
    /// <summary>Exit codes after which the container is not restarted and the task stops.</summary>
    [Unique]
    [Length(0, 50)]
    [Range(0, 255)]
    public IReadOnlyList<int> IgnoredExitCodes { get; init; } = [];

    /// <summary>Seconds that a container must have run to be restarted.</summary>
    [Range(60, 1800)]
    public int AttemptPeriodSeconds { get; init; } = 300;

    public ContainerRestartPolicy Plan() => new(IgnoredExitCodes, AttemptPeriodSeconds);
}
