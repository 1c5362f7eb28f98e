using System.Collections.Immutable;
using Infra.Clusters;
using Infra.Configuration.Binding;
using Infra.Sandbox.Checks.Edits;
using Infra.Sandbox.Graph;
using static Infra.Stack.StackKeys;

namespace Infra.Sandbox.Checks.Controls;

/// <summary>The cluster and its instances.</summary>
internal static class CapacityControls
{
    private const string Cluster = "aws:ecs/cluster:Cluster";
    private const string CapacityProvider = "aws:ecs/capacityProvider:CapacityProvider";
    private const string LaunchTemplate = "aws:ec2/launchTemplate:LaunchTemplate";

    public static ImmutableArray<ControlRule> All { get; } =
    [
        new("ECS.12", ContainerInsights),
        new("ECS.19", TerminationProtection),
        new("EC2.25", PublicInstances),
    ];

    private static IEnumerable<Violation> ContainerInsights(CheckContext context) =>
        from cluster in context.Of(Cluster)
        where !cluster.Inputs.Items("settings").OfType<PropertyValue.Map>().Any(IsContainerInsights)
        let key = context.Key(Key(stack => stack.Cluster.ContainerInsights))
        select new Violation(
            cluster, key, "is disabled, so there are no metrics of tasks that restart or run out of memory", Remedy.Set(key, "enabled", "CloudWatch charges for each metric."));

    private static bool IsContainerInsights(PropertyValue.Map setting) =>
        setting.Text("name") == "containerInsights" && setting.Text("value") is "enabled" or "enhanced";

    private static IEnumerable<Violation> TerminationProtection(CheckContext context) =>
        from provider in context.Of(CapacityProvider)
        where provider.Inputs.Map("autoScalingGroupProvider").Text("managedTerminationProtection") != "ENABLED"
        let key = context.Key(InstancesOf(provider, context).Member<InstancesConfig>(config => config.CpuPercent))
        select new Violation(
            provider,
            key,
            "scales by load, so an instance can be terminated while tasks run on it",
            new Remedy([new KeyEdit(key, null)], "Without the key ECS launches and terminates instances as tasks need them."));

    private static IEnumerable<Violation> PublicInstances(CheckContext context) =>
        from template in context.Of(LaunchTemplate)
        where template.Inputs.Items("networkInterfaces").OfType<PropertyValue.Map>().Any(card => card.Text("associatePublicIpAddress") == "true")
        let subnets = InstancesOf(template, context).Member<InstancesConfig>(config => config.Subnets)
        select new Violation(
            template,
            context.Key(subnets),
            "is public, so each instance has a public address, which only security groups protect",
            PrivateSubnets.For(subnets, context));

    private static KeyPath InstancesOf(ResourceNode node, CheckContext context)
    {
        var instances = Key(stack => stack.Cluster.Instances);
        return context.Config.Cluster.Instances.Keys.Select(instances.Named).First(key => context.Key(key) == context.KeyOf(node));
    }
}
