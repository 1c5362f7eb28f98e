using System.Runtime.CompilerServices;
using Infra.Configuration.Binding;
using Infra.Networking;
using Infra.Tasks;

namespace Infra.Jobs;

/// <summary>A job of the stack file.</summary>
internal sealed record ConfiguredJob(KeyPath Path, string Name, JobConfig Config, string? ServiceImage) : ConfiguredTask(Path, Name)
{
    public override TaskConfig Task => Config;

    public override string Image => Config.Image ?? ServiceImage ?? "";

    public override KeyPath ImageKey => Config.Image is null && ServiceImage is not null
        ? StackKeys.Key(stack => stack.Service!.Image)
        : KeyOf(config => config.Image);

    public override IReadOnlyList<int> Ports => [.. Config.HostPorts.Select(port => port.Port)];

    protected override TrafficPeer OwnPeer => TrafficPeer.OfJob(Name);

    public override TaskNames NamesIn(ResourceNames names) => names.OfJob(Name);

    public override TaskTraffic PlanTraffic() => new()
    {
        Peer = Peer,
        HostPorts = [.. Config.HostPorts.Select(port => new TcpTraffic(port.Port, port.AllowedCidrs))],
        EgressPorts = Config.EgressPorts,
    };

    /// <summary>The key of one of its properties.</summary>
    public KeyPath KeyOf(Func<JobConfig, object?> path, [CallerArgumentExpression(nameof(path))] string expression = "") =>
        Path.Member(path, expression);
}
