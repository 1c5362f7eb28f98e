using Infra.Sandbox.Graph;
using Infra.Sandbox.Preview;

namespace Infra.Sandbox.Changes.Engine;

/// <summary>Pairs the resources of two graphs by URN: a resource that moves below another component is another resource.</summary>
internal sealed class StackMatch
{
    private readonly Dictionary<string, ResourceNode> _running;
    private readonly Dictionary<string, ResourceNode> _wanted;
    private readonly Urns _runningUrns;
    private readonly Urns _wantedUrns;

    public StackMatch(ResourceGraph running, ResourceGraph wanted)
    {
        (_runningUrns, _wantedUrns) = (new Urns(running), new Urns(wanted));
        _running = ByUrn(running, _runningUrns);
        _wanted = ByUrn(wanted, _wantedUrns);
    }

    /// <summary>The running resource that a wanted one continues, if any.</summary>
    public ResourceNode? RunningOf(ResourceNode wanted) => _running.GetValueOrDefault(_wantedUrns.Of(wanted.Key));

    /// <summary>The wanted resource that continues a running one, if any.</summary>
    public ResourceNode? WantedOf(ResourceNode running) => _wanted.GetValueOrDefault(_runningUrns.Of(running.Key));

    private static Dictionary<string, ResourceNode> ByUrn(ResourceGraph graph, Urns urns) =>
        graph.Resources.Where(node => !node.IsComponent).ToDictionary(node => urns.Of(node.Key), StringComparer.Ordinal);
}
