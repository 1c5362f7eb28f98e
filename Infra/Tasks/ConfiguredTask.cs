using Infra.Jobs;
using Infra.Networking;
using Infra.Services;

namespace Infra.Tasks;

/// <summary>Something that runs in a container, and where the stack file says so.</summary>
/// <param name="Path">Its key in the stack file, without the project: <c>service</c> or <c>jobs.cleanup</c>.</param>
/// <param name="Key">Its name in a map; null for <c>app:service</c>.</param>
internal abstract record ConfiguredTask(string Path, string? Key)
{
    public abstract TaskConfig Task { get; }

    /// <summary>What it runs; empty where nothing says it, which is a mistake.</summary>
    public abstract string Image { get; }

    /// <summary>Where the stack file says which image.</summary>
    public abstract string ImageKey { get; }

    /// <summary>The ports on which its container is reached from outside.</summary>
    public abstract IReadOnlyList<int> Ports { get; }

    /// <summary>Whose rules of traffic hold for it: those of the instance where it shares its network.</summary>
    public TrafficPeer Peer => Task.NetworkMode == NetworkMode.Host ? TrafficPeer.Instances : OwnPeer;

    protected abstract TrafficPeer OwnPeer { get; }

    public abstract TaskNames NamesIn(ResourceNames names);

    public abstract TaskTraffic PlanTraffic();
}

internal sealed record ConfiguredService(string Path, string? Key, ServiceConfig Config) : ConfiguredTask(Path, Key)
{
    public override TaskConfig Task => Config;

    public override string Image => Config.Image;

    public override string ImageKey => $"{Path}.image";

    public override IReadOnlyList<int> Ports => Config.Ports;

    /// <summary>What its migration is called among the commands: its key in the stack file, which is no name of a job.</summary>
    public string MigrationName => $"{Path}.migration";

    protected override TrafficPeer OwnPeer => Key is null ? TrafficPeer.Service : TrafficPeer.OfService(Key);

    public override TaskNames NamesIn(ResourceNames names) => names.OfService(Key);

    /// <summary>The rules that lead requests to it, those without sign-in among them.</summary>
    public IEnumerable<RequestRoute> PlanRoutes(IReadOnlyList<string> publicPaths)
    {
        var routing = Config.Routing ?? new RoutingConfig();
        var everything = new RequestRoute { Owner = Path, Priority = routing.EffectivePriority, Hosts = routing.Hosts, Paths = routing.Paths };
        return routing.PublicPathsAmong(publicPaths) is { Count: > 0 } paths
            ? [everything with { Priority = everything.Priority - 1, Paths = paths, IsPublic = true }, everything]
            : [everything];
    }

    public override TaskTraffic PlanTraffic() => new()
    {
        Peer = Peer,
        WebPort = Config.ContainerPort,
        TcpPorts = [.. Config.TcpPorts.Select(tcp => new TcpTraffic(tcp.Port, tcp.AllowedCidrs))],
        PeerPorts = [.. Config.PeerPorts.Select(PortRange.Parse)],
        EgressPorts = Config.EgressPorts,
        UsesFileSystems = Config.Directories.Any(),
    };
}

internal sealed record ConfiguredJob(string Path, string Name, JobConfig Config, string? ServiceImage) : ConfiguredTask(Path, Name)
{
    public override TaskConfig Task => Config;

    public override string Image => Config.Image ?? ServiceImage ?? "";

    public override string ImageKey => Config.Image is null && ServiceImage is not null ? "service.image" : $"{Path}.image";

    public override IReadOnlyList<int> Ports => [.. Config.HostPorts.Select(port => port.Port)];

    protected override TrafficPeer OwnPeer => TrafficPeer.OfJob(Name);

    public override TaskNames NamesIn(ResourceNames names) => names.OfJob(Name);

    public override TaskTraffic PlanTraffic() => new()
    {
        Peer = Peer,
        HostPorts = [.. Config.HostPorts.Select(port => new TcpTraffic(port.Port, port.AllowedCidrs))],
        EgressPorts = Config.EgressPorts,
        UsesFileSystems = Config.Directories.Any(),
    };
}
