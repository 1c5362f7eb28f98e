using System.Runtime.CompilerServices;
using Infra.Configuration.Binding;
using Infra.Networking;
using Infra.Tasks;

namespace Infra.Services;

/// <summary>A service of the stack file.</summary>
internal sealed record ConfiguredService(KeyPath Path, string? Key, ServiceConfig Config) : ConfiguredTask(Path, Key)
{
    public override TaskConfig Task => Config;

    public override string Image => Config.Image;

    public override KeyPath ImageKey => KeyOf(config => config.Image);

    public override IReadOnlyList<int> Ports => Config.Ports;

    /// <summary>The name of its migration among the run commands: a key of the stack file, which no job can be named.</summary>
    public string MigrationName => KeyOf(config => config.Migration).Text;

    protected override TrafficPeer OwnPeer => Key is null ? TrafficPeer.Service : TrafficPeer.OfService(Key);

    public override TaskNames NamesIn(ResourceNames names) => names.OfService(Key);

    /// <summary>The listener rules that forward requests to it, including those without sign-in.</summary>
    public IEnumerable<RequestRoute> PlanRoutes(IReadOnlyList<string> publicPaths)
    {
        var routing = Config.Routing ?? new RoutingConfig();
        var everything = new RequestRoute { Owner = Path, Priority = routing.EffectivePriority, Hosts = routing.Hosts, Paths = routing.Paths };
        return routing.PublicPathsAmong(publicPaths) is { Count: > 0 } paths
            ? [everything with { Priority = everything.Priority - 1, Paths = paths, IsPublic = true }, everything]
            : [everything];
    }

    public override MigrationConfig? Migration => Config.Migration;

    public override bool HasPeerDiscovery => Config.PeerDiscovery;

    public override TaskTraffic PlanTraffic() => new()
    {
        Peer = Peer,
        WebPort = Config.ContainerPort,
        TcpPorts = [.. Config.TcpPorts.Select(tcp => new TcpTraffic(tcp.Port, tcp.AllowedCidrs))],
        PeerPorts = [.. Config.PeerPorts.Select(PortRange.Parse)],
        EgressPorts = Config.EgressPorts,
    };

    /// <summary>The key of one of its properties.</summary>
    public KeyPath KeyOf(Func<ServiceConfig, object?> path, [CallerArgumentExpression(nameof(path))] string expression = "") =>
        Path.Member(path, expression);
}
