using System.Collections.Immutable;
using Infra.Sandbox.Diagrams.Model;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Diagrams.Reading;

/// <summary>Reads the EC2 instances of the cluster and the interface endpoints.</summary>
internal sealed class CapacityReader(StackIndex index, NetworkReader network, SecurityGroupReader groups)
{
    public IEnumerable<PlacedNode> Instances() => index.Of(Types.AutoScalingGroup)
        .Select(group => (Group: group, Interface: InterfaceOf(group)))
        .GroupBy(group => (Name: groups.NameOf(group.Interface.Texts("securityGroups")), IsPublic: group.Interface.Text("associatePublicIpAddress") == "true"))
        .Select(same => Instances(same.Key.Name, same.Key.IsPublic, [.. same.Select(group => group.Group)]));

    public IEnumerable<PlacedNode> Endpoints()
    {
        List<ResourceNode> endpoints = [.. index.Of(Types.VpcEndpoint).Where(endpoint => endpoint.Inputs.Text("vpcEndpointType") == "Interface")];
        if (endpoints.Count == 0)
        {
            yield break;
        }

        var place = network.Place(endpoints.SelectMany(endpoint => endpoint.Inputs.Texts("subnetIds")).Distinct(), BandKind.Private);
        yield return new PlacedNode(place.Band, new DiagramNode
        {
            Id = groups.NameOf(endpoints[0].Inputs.Texts("securityGroupIds")) ?? "endpoints",
            Kind = NodeKind.Endpoints,
            Title = "Interface endpoints",
            Facts = [.. endpoints.Select(NetworkReader.ServiceOf).Select(service => new Fact(service, service))],
            Zones = place.Zones,
            Resources = [.. endpoints.Select(endpoint => endpoint.Key)],
        });
    }

    private PlacedNode Instances(string? name, bool isPublic, ImmutableArray<ResourceNode> members)
    {
        var place = network.Place(
            members.SelectMany(group => group.Inputs.Texts("vpcZoneIdentifiers")).Distinct(), isPublic ? BandKind.Public : BandKind.Private);
        var facts = new FactList();
        foreach (var group in members)
        {
            var count = Quantities.Range(group.Inputs.Number("minSize"), group.Inputs.Number("maxSize"));
            var type = TemplateOf(group)?.Inputs.Text("instanceType");
            facts.Add($"group:{group.Key.Name}", $"{index.ShortName(group, "cluster")}: {count} × {type}");
        }

        facts.Add(groups.WayOut(name, ServiceReader.WayText(place, isPublic)));
        return new PlacedNode(place.Band, new DiagramNode
        {
            Id = name ?? "instances",
            Kind = NodeKind.Instances,
            Title = "EC2 instances",
            Facts = facts.ToImmutable(),
            Zones = place.Zones,
            Exposure = isPublic ? "public IP address" : null,
            Resources = [.. members.Select(group => group.Parent!.Value)],
        });
    }

    private ResourceNode? TemplateOf(ResourceNode group) => index.Find(group.Inputs.Map("launchTemplate").Text("id"));

    private PropertyValue.Map InterfaceOf(ResourceNode group) =>
        TemplateOf(group)?.Inputs.Items("networkInterfaces").OfType<PropertyValue.Map>().FirstOrDefault() ?? PropertyValue.Map.Empty;
}
