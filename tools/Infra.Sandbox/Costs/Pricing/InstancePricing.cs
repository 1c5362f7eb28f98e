using Infra.Clusters;
using Infra.Facts;
using Infra.Sandbox.Costs.Usage;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Costs.Pricing;

/// <summary>EC2 instances that run tasks, with their volumes and public addresses. https://aws.amazon.com/ec2/pricing/on-demand/</summary>
internal static class InstancePricing
{
    private const string CapacityProvider = "aws:ecs/capacityProvider:CapacityProvider";
    private const string Service = "aws:ecs/service:Service";

    public static IEnumerable<CostItem> Group(ResourceNode node, CostContext context)
    {
        if (context.Find(node.Inputs.Map("launchTemplate").Reference("id")) is not { } template)
        {
            yield break;
        }

        var type = template.Inputs.Text("instanceType") ?? "";
        var instances = Instances(node, type, context);
        yield return context.Item(node, type, instances * context.Hours, "h", $"ec2.{type}");
        var volumes = template.Inputs.Items("blockDeviceMappings").OfType<PropertyValue.Map>().Sum(device => device.Map("ebs").Number("volumeSize") ?? 0);
        yield return context.Item(node, "root volumes, gp3", instances * volumes, "GiB", "ebs.gp3.gbMonth");
        if (template.Inputs.Items("networkInterfaces").OfType<PropertyValue.Map>().Any(device => device.Text("associatePublicIpAddress") == "true"))
        {
            yield return context.Item(node, "public IPv4 addresses of instances", instances * context.Hours, "h", "ipv4.hour");
        }
    }

    // As many as the tasks need, between the limits of the group; the high estimate is the maximum.
    private static Estimate Instances(ResourceNode group, string type, CostContext context)
    {
        var (minimum, maximum) = (group.Inputs.Number("minSize") ?? 0, group.Inputs.Number("maxSize") ?? 0);
        var loads = LoadsOn(group, type, context).ToList();
        return new Estimate(
            Between(Needed(loads, load => load.Low)), Between(Needed(loads, load => load.Typical)), maximum);

        decimal Between(decimal needed) => Math.Clamp(needed, minimum, maximum);
    }

    private static decimal Needed(IReadOnlyCollection<(TaskLoad Load, decimal TasksPerInstance)> loads, Func<Estimate, decimal> value)
    {
        var running = loads.Select(load => (Average: value(load.Load.Average), Peak: value(load.Load.Peak), load.TasksPerInstance))
            .Where(load => load.Peak > 0).ToList();
        return running.Count == 0 ? 0
            : Math.Ceiling(running.Sum(load => load.Peak / load.TasksPerInstance)) * running.Max(load => load.Average / load.Peak);
    }

    private static IEnumerable<(TaskLoad Load, decimal TasksPerInstance)> LoadsOn(ResourceNode group, string type, CostContext context)
    {
        var provider = context.All(CapacityProvider)
            .FirstOrDefault(node => node.Inputs.Map("autoScalingGroupProvider").Reference("autoScalingGroupArn") == group.Key)?.Inputs.Text("name");
        foreach (var service in context.All(Service))
        {
            var strategy = service.Inputs.Items("capacityProviderStrategies").OfType<PropertyValue.Map>();
            if (strategy.Any(share => share.Text("capacityProvider") == provider) && context.Find(service.Inputs.Reference("taskDefinition")) is { } definition)
            {
                yield return (TaskLoad.Of(service, context), TasksPerInstance(type, TaskSize.Of(definition).Demand));
            }
        }
    }

    private static decimal TasksPerInstance(string type, TaskDemand demand) =>
        InstanceTypes.Find(type) is { } specification ? Math.Max(1, InstanceRoom.Of(type, specification).Holds(demand)) : 1;
}
