using System.Collections.Immutable;
using Infra.Sandbox.Diagrams.Model;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Diagrams.Reading;

/// <summary>Reads the ECS services.</summary>
internal sealed class ServiceReader(StackIndex index, NetworkReader network, SecurityGroupReader groups)
{
    private readonly TaskReader _tasks = new(index);

    public IEnumerable<PlacedNode> Read() => index.Of(Types.Service).Select(Read);

    private PlacedNode Read(ResourceNode service)
    {
        var inputs = service.Inputs;
        var placement = inputs.Map("networkConfiguration");
        var isPublic = placement.Flag("assignPublicIp") == true;
        var place = network.Place(placement.Texts("subnets"), isPublic ? BandKind.Public : BandKind.Private);
        var group = groups.NameOf(placement.Texts("securityGroups"));
        var definition = index.Find(inputs.Text("taskDefinition"));
        var providers = inputs.Items("capacityProviderStrategies").OfType<PropertyValue.Map>().Select(strategy => strategy.Text("capacityProvider")!);
        var facts = new FactList
        {
            { "tasks", TasksText(service) },
            definition is null ? [] : _tasks.Facts(definition, providers),
            { "scaling", ScalingText(service) },
            { "deployment", DeploymentText(inputs.Map("deploymentConfiguration")) },
            groups.WayOut(group, WayText(place, isPublic)),
            definition is null ? [] : _tasks.Uses(definition),
        };
        return new PlacedNode(place.Band, new DiagramNode
        {
            Id = group ?? service.Key.Name,
            Kind = NodeKind.Service,
            Title = $"Service {inputs.Text("name")}",
            Facts = facts.ToImmutable(),
            Zones = place.Zones,
            Exposure = isPublic ? "public IP address" : null,
            Resources = [service.Parent!.Value],
        });
    }

    /// <summary>The route to the internet, as the end of a sentence.</summary>
    public static string WayText(Placement place, bool hasPublicAddress) =>
        hasPublicAddress ? "" : place.WayOut is { } way ? $" through {way}" : ", but without a route";

    private string TasksText(ResourceNode service)
    {
        var target = TargetsOf(service, Types.ScalableTarget).FirstOrDefault();
        var (first, last) = target is null
            ? (service.Inputs.Number("desiredCount"), service.Inputs.Number("desiredCount"))
            : (target.Inputs.Number("minCapacity"), target.Inputs.Number("maxCapacity"));
        return (first, last) is (1, 1) ? "1 task" : $"{Quantities.Range(first, last)} tasks";
    }

    private string? ScalingText(ResourceNode service)
    {
        var policies = TargetsOf(service, Types.ScalingPolicy)
            .Select(policy => policy.Inputs.Map("targetTrackingScalingPolicyConfiguration").Map("predefinedMetricSpecification").Text("predefinedMetricType") switch
            {
                "ECSServiceAverageCPUUtilization" => "CPU",
                "ECSServiceAverageMemoryUtilization" => "memory",
                _ => MetricText(policy),
            });
        string[] reasons = [.. policies.OfType<string>(), .. TargetsOf(service, Types.ScheduledAction).Any() ? ["schedule"] : Array.Empty<string>()];
        return reasons.Length == 0 ? null : $"scales by {string.Join(", ", reasons.Distinct())}";
    }

    // What the policy depends on is in its metric, or in the alarm that calls it.
    private static string MetricText(ResourceNode policy)
    {
        var types = policy.Inputs.Symbols().Select(symbol => symbol.Resource.Type).ToHashSet();
        return types.Contains(Types.Queue) || policy.Parent?.Type == Types.BacklogScaling ? "queue"
            : types.Contains(Types.LoadBalancer) ? "requests"
            : policy.Inputs.Text("policyType") == "StepScaling" ? "steps"
            : "metric";
    }

    private static string? DeploymentText(PropertyValue.Map deployment) => deployment.Text("strategy") switch
    {
        "BLUE_GREEN" => "blue/green deployment",
        "CANARY" => "canary deployment",
        "LINEAR" => "linear deployment",
        _ => null,
    };

    // Scaling names its service by its path, which has the names of the cluster and the service.
    private IEnumerable<ResourceNode> TargetsOf(ResourceNode service, string type) =>
        index.Of(type).Where(node => (node.Inputs.Text("resourceId") ?? "").EndsWith($"/{service.Inputs.Text("name")}", StringComparison.Ordinal));
}
