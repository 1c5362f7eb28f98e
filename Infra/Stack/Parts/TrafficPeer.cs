using Infra.Databases;
using Infra.FileStorage;
using Infra.LoadBalancing;
using Infra.Services;

namespace Infra.Stack.Parts;

/// <summary>Who may talk to whom: the internet, or something with a security group of its own.</summary>
internal sealed record TrafficPeer
{
    private TrafficPeer(string name) => Name = name;

    public static TrafficPeer Internet { get; } = new("internet");

    public static TrafficPeer LoadBalancer { get; } = new("load-balancer");

    public static TrafficPeer NetworkLoadBalancer { get; } = new("network-load-balancer");

    /// <summary>The tasks of the service.</summary>
    public static TrafficPeer Service { get; } = new("service");

    public static TrafficPeer Database { get; } = new("database");

    public static TrafficPeer Endpoints { get; } = new("endpoints");

    public static TrafficPeer FileSystems { get; } = new("file-systems");

    /// <summary>EC2 instances that run tasks, and the tasks that share their network.</summary>
    public static TrafficPeer Instances { get; } = new("instances");

    /// <summary>The peer's name as a part of resource names.</summary>
    public string Name { get; }

    /// <summary>The tasks of a further service.</summary>
    public static TrafficPeer OfService(string key) => new($"service-{key}");

    public static TrafficPeer OfJob(string key) => new($"job-{key}");

    public override string ToString() => Name;
}
