using System.Collections.Immutable;
using System.Globalization;
using Infra.Sandbox.Diagrams.Model;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Diagrams.Reading;

/// <summary>Reads the load balancers with their listeners.</summary>
internal sealed class LoadBalancerReader(StackIndex index, NetworkReader network, SecurityGroupReader groups)
{
    private const string Policy = "ELBSecurityPolicy-";
    private const string LoadBalancerLookup = "aws:lb/getLoadBalancer:getLoadBalancer";
    private const string ListenerLookup = "aws:lb/getListener:getListener";

    public IEnumerable<PlacedNode> Read() => index.Of(Types.LoadBalancer).Select(Read);

    /// <summary>Load balancers of others, which forward to the stack's services.</summary>
    public IEnumerable<DiagramNode> Existing()
    {
        var names = index.Graph.Lookups.Where(lookup => lookup.Key.Type == LoadBalancerLookup).Select(lookup => lookup.Key.Name).ToList();
        return groups.ExistingGroups.Select((group, position) => new DiagramNode
        {
            Id = group,
            Kind = names.Count > position ? NodeKind.LoadBalancer : NodeKind.SecurityGroup,
            Title = names.Count > position ? $"Existing load balancer {names[position]}" : $"Existing security group {group}",
            Facts = names.Count > position ? [.. ExistingListeners(names[position]), new Fact("group", group, FactSide.Right)] : [],
        });
    }

    private PlacedNode Read(ResourceNode balancer)
    {
        var inputs = balancer.Inputs;
        var isInternal = inputs.Flag("internal") == true;
        var place = network.Place(inputs.Texts("subnets"), isInternal ? BandKind.Private : BandKind.Public);
        var group = groups.NameOf(inputs.Texts("securityGroups"));
        var facts = new FactList
        {
            ListenersOf(balancer),
            groups.WayOut(group, ""),
            { "logs", inputs.Map("accessLogs").Flag("enabled") == true ? "access logs" : null, FactSide.Right },
            { "protection", inputs.Flag("enableDeletionProtection") == true ? "deletion protection" : null, FactSide.Right },
        };
        return new PlacedNode(place.Band, new DiagramNode
        {
            Id = group ?? balancer.Key.Name,
            Kind = NodeKind.LoadBalancer,
            Title = $"{(isInternal ? "Internal " : "")}{(inputs.Text("loadBalancerType") == "network" ? "Network" : "Application")} Load Balancer",
            Facts = facts.ToImmutable(),
            Zones = place.Zones,
            Exposure = isInternal ? null : "internet-facing",
            Resources = [balancer.Parent!.Value],
        });
    }

    private IEnumerable<Fact> ListenersOf(ResourceNode balancer) => index.Of(Types.Listener)
        .Where(listener => index.Find(listener.Inputs.Text("loadBalancerArn"))?.Key == balancer.Key)
        .OrderByDescending(listener => listener.Inputs.Number("port"))
        .Select(listener => new Fact($"listener:{listener.Inputs.Number("port")}", ListenerText(listener.Inputs)));

    private static string ListenerText(PropertyValue.Map listener)
    {
        var action = listener.Items("defaultActions").OfType<PropertyValue.Map>().FirstOrDefault() ?? PropertyValue.Map.Empty;
        var redirect = action.Map("redirect").Text("port");
        var policy = listener.Text("sslPolicy")?.Replace(Policy, "", StringComparison.Ordinal);
        return $"{listener.Text("protocol")} {Quantities.Plain(listener.Number("port") ?? 0)}"
            + (redirect is null ? "" : $" redirects to {redirect}")
            + (policy is null ? "" : $" ({policy})");
    }

    private IEnumerable<Fact> ExistingListeners(string balancer) => index.Graph.Lookups
        .Where(lookup => lookup.Key.Type == ListenerLookup && lookup.Key.Name.StartsWith($"{balancer}/", StringComparison.Ordinal))
        .Select(lookup => lookup.Key.Name[(balancer.Length + 1)..])
        .OrderByDescending(port => int.Parse(port, CultureInfo.InvariantCulture))
        .Select(port => new Fact($"listener:{port}", $"listener {port}"));
}
