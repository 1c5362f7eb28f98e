using System.Runtime.CompilerServices;
using Infra.Configuration.Binding;
using Infra.Networking;

namespace Infra.Tasks;

/// <summary>Something that runs in a container, and where the stack file says so.</summary>
/// <param name="Path">Its key in the stack file, without the project: <c>service</c> or <c>jobs.cleanup</c>.</param>
/// <param name="Key">Its name in a map; null for <c>app:service</c>.</param>
internal abstract record ConfiguredTask(KeyPath Path, string? Key)
{
    public abstract TaskConfig Task { get; }

    /// <summary>What it runs; empty where nothing says it, which is a mistake.</summary>
    public abstract string Image { get; }

    /// <summary>Where the stack file says which image.</summary>
    public abstract KeyPath ImageKey { get; }

    /// <summary>The ports on which its container is reached from outside.</summary>
    public abstract IReadOnlyList<int> Ports { get; }

    /// <summary>Whose rules of traffic hold for it: those of the instance where it shares its network.</summary>
    public TrafficPeer Peer => Task.NetworkMode == NetworkMode.Host ? TrafficPeer.Instances : OwnPeer;

    protected abstract TrafficPeer OwnPeer { get; }

    public abstract TaskNames NamesIn(ResourceNames names);

    public abstract TaskTraffic PlanTraffic();

    /// <summary>A command that must succeed before the application starts; null for none.</summary>
    public virtual MigrationConfig? Migration => null;

    /// <summary>Whether it may ask ECS for the other tasks of the cluster.</summary>
    public virtual bool HasPeerDiscovery => false;

    /// <summary>The key of one of its properties: <c>task.KeyOf(config => config.CpuUnits)</c>.</summary>
    public KeyPath KeyOf(Func<TaskConfig, object?> path, [CallerArgumentExpression(nameof(path))] string expression = "") =>
        Path.Member(path, expression);
}
