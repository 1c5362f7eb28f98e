using System.Runtime.CompilerServices;
using Infra.Configuration.Binding;
using Infra.Networking;

namespace Infra.Tasks;

/// <summary>A service or a job of the stack file.</summary>
/// <param name="Path">Its key in the stack file, without the project: <c>service</c> or <c>jobs.cleanup</c>.</param>
/// <param name="Key">Its name in <c>services</c> or <c>jobs</c>; null for <c>app:service</c>.</param>
internal abstract record ConfiguredTask(KeyPath Path, string? Key)
{
    public abstract TaskConfig Task { get; }

    /// <summary>The container image; empty if the stack file has none, which TaskRules reports.</summary>
    public abstract string Image { get; }

    /// <summary>The key that the image comes from.</summary>
    public abstract KeyPath ImageKey { get; }

    /// <summary>The ports that the container accepts connections on.</summary>
    public abstract IReadOnlyList<int> Ports { get; }

    /// <summary>The security group of its traffic: with <c>networkMode: host</c> that of the instances.</summary>
    public TrafficPeer Peer => Task.NetworkMode == NetworkMode.Host ? TrafficPeer.Instances : OwnPeer;

    protected abstract TrafficPeer OwnPeer { get; }

    public abstract TaskNames NamesIn(ResourceNames names);

    public abstract TaskTraffic PlanTraffic();

    /// <summary>A command that must succeed before the application starts; null for none.</summary>
    public virtual MigrationConfig? Migration => null;

    /// <summary>Whether it may list the tasks of the cluster.</summary>
    public virtual bool HasPeerDiscovery => false;

    /// <summary>The key of one of its properties: <c>task.KeyOf(config => config.CpuUnits)</c>.</summary>
    public KeyPath KeyOf(Func<TaskConfig, object?> path, [CallerArgumentExpression(nameof(path))] string expression = "") =>
        Path.Member(path, expression);
}
