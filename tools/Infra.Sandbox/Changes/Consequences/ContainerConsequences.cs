using System.Collections.Immutable;
using Infra.Sandbox.Graph;
using static Infra.Sandbox.Changes.Consequences.ChangeCondition;

namespace Infra.Sandbox.Changes.Consequences;

/// <summary>Consequences for ECS services and what they run on.</summary>
internal static class ContainerConsequences
{
    private const string Service = "aws:ecs/service:Service";
    private const string Guide = "AmazonECS/latest/developerguide/";
    private const string UpdateService = "AmazonECS/latest/APIReference/API_UpdateService.html";

    private const string Waits = "waitForSteadyState";

    /// <summary>ECS replaces the running tasks of the service. Other updates do not touch them.</summary>
    public static ChangeCondition StartsDeployment { get; } = Changed(
        "capacityProviderStrategies", "enableExecuteCommand", "loadBalancers", "networkConfiguration", "platformVersion", "propagateTags",
        "serviceRegistries", "taskDefinition", "volumeConfiguration");

    public static ImmutableArray<Consequence> All { get; } =
    [
        new(Service, ReplacedDeletingFirst, EffectKind.Downtime,
            "ECS stops all tasks of the service before the new service starts its own.", "AmazonECS/latest/APIReference/API_DeleteService.html"),
        new(Service, ReplacedCreatingFirst, EffectKind.Cost,
            "The tasks of both services run at the same time until the old service is deleted.",
            "AmazonECS/latest/APIReference/API_DeleteService.html"),
        new(Service, Deleted, EffectKind.Downtime, "ECS stops all tasks of the service.", "AmazonECS/latest/APIReference/API_DeleteService.html"),
        new(Service, StartsDeployment.And(KeepsCapacity).With(Waits), EffectKind.Deployment,
            "ECS starts new tasks, waits until they are healthy, and drains the old ones.", Guide + "deployment-type-ecs.html"),
        new(Service, StartsDeployment.And(KeepsCapacity).Without(Waits), EffectKind.Deployment,
            "ECS starts new tasks, waits until they are healthy, and drains the old ones. The update does not wait for it.",
            Guide + "deployment-type-ecs.html"),
        new(Service, StartsDeployment.And(change => !KeepsCapacity(change)), EffectKind.Interruption,
            "ECS may stop old tasks before new ones are healthy: the minimum healthy percent is below 100.", Guide + "deployment-type-ecs.html"),
        new(Service, Updated.With("forceNewDeployment").And(change => !StartsDeployment.Holds(change)), EffectKind.Deployment,
            "forceNewDeployment starts new tasks with any change of the service.", UpdateService),
        new(Service, Lowered("desiredCount").And(change => Number(change.New!, "desiredCount") == 0), EffectKind.Downtime,
            "ECS stops all tasks.", UpdateService),
        new(Service, Lowered("desiredCount").And(change => Number(change.New!, "desiredCount") > 0), EffectKind.Interruption,
            "ECS stops tasks; requests that last longer than the deregistration delay fail.", UpdateService),

        new("aws:ecs/cluster:Cluster", Replaced, EffectKind.Downtime,
            "All services move to a new cluster: each is deleted and created again.", Guide + "delete_cluster-new-console.html"),
        new("aws:ecs/cluster:Cluster", TurnsInsightsOn, EffectKind.Cost,
            "Container Insights bills each metric and log event.", "AmazonCloudWatch/latest/monitoring/ContainerInsights.html"),
        new("aws:ecs/taskDefinition:TaskDefinition", Replaced.And(change => change.Old!.Inputs.Flag("skipDestroy") != true), EffectKind.Irreversible,
            "The old revision becomes INACTIVE: running tasks go on, but a rollback to it needs a new revision.",
            "AmazonECS/latest/APIReference/API_DeregisterTaskDefinition.html"),
        new("aws:servicediscovery/service:Service", Gone, EffectKind.Interruption,
            "The DNS name of the service no longer resolves.", "cloud-map/latest/dg/deleting-services.html"),
        new("aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace", Gone, EffectKind.Interruption,
            "No name in the namespace resolves any more.", "cloud-map/latest/dg/deleting-namespaces.html"),
        new("aws:appautoscaling/target:Target", Deleted, EffectKind.Irreversible,
            "The service keeps the number of tasks that it has now, and no longer scales.",
            "autoscaling/application/userguide/what-is-application-auto-scaling.html"),
    ];

    private static ChangeCondition TurnsInsightsOn => Changed("settings").And(change =>
        change.New!.Inputs.Items("settings").OfType<PropertyValue.Map>().Any(setting => setting.Text("value") is "enabled" or "enhanced"));

    private static bool KeepsCapacity(ResourceChange change) => Number(change.New!, "deploymentMinimumHealthyPercent") is null or >= 100;
}
