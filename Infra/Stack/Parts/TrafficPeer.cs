namespace Infra.Stack.Parts;

/// <summary>One end of a connection: the internet, or a part with a security group of its own.</summary>
internal sealed record TrafficPeer
{
    private TrafficPeer(string name) => Name = name;

    public static TrafficPeer Internet { get; } = new("internet");

    public static TrafficPeer LoadBalancer { get; } = new("load-balancer");

    public static TrafficPeer NetworkLoadBalancer { get; } = new("network-load-balancer");

    /// <summary>The tasks of the service.</summary>
    public static TrafficPeer Service { get; } = new("service");

    public static TrafficPeer Endpoints { get; } = new("endpoints");

    /// <summary>EC2 instances that run tasks, and the tasks that share their network.</summary>
    public static TrafficPeer Instances { get; } = new("instances");

    /// <summary>The peer's name as a part of resource names.</summary>
    public string Name { get; }

    /// <summary>A part that tasks connect to, such as the database.</summary>
    public static TrafficPeer OfPart(string name) => new(name);

    /// <summary>The tasks of a further service.</summary>
    public static TrafficPeer OfService(string key) => new($"service-{key}");

    public static TrafficPeer OfJob(string key) => new($"job-{key}");

    public override string ToString() => Name;
}
