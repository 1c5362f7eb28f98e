using Infra.Clusters;
using Infra.Networking;
using Infra.Stack.Rules;

namespace Infra.Tasks;

/// <summary>
/// A task without a way to its image, its log and its secrets never starts, and ECS tries for ever; one without a way to its queues
/// waits for ever. An existing network is trusted to have one.
/// </summary>
internal static class PrivateTaskRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        if (config.Network is { NatGateways: NatGateways.None } network)
        {
            foreach (var task in config.AllTasks.Where(task => IsPrivate(task.Task, config.Cluster)))
            {
                var path = task.Path;
                string[] endpoints = [$"{path}.subnets", "network.natGateways", "network.interfaceEndpoints", "network.s3GatewayEndpoint"];
                rules.Check([.. endpoints, $"{path}.secrets", $"{path}.exec", $"{path}.queues"], () => EndpointsProblem(task, network));
                rules.Check([$"{path}.image", task.ImageKey, .. endpoints], () => ImageProblem(task.Image, rules.Values.FindKey(RegionRules.Key)?.Text));
            }
        }
    }

    private static bool IsPrivate(TaskConfig task, ClusterConfig cluster) => task.NetworkMode == NetworkMode.Host
        ? task.InstancesIn(cluster).Any(instances => instances.Subnets == SubnetTier.Private)
        : task.Subnets == SubnetTier.Private;

    private static string? EndpointsProblem(ConfiguredTask task, NetworkConfig network)
    {
        var missing = Needed(task).Except(network.InterfaceEndpoints).ToList();

        return missing.Count > 0
                ? $"private tasks reach nothing with network.natGateways none; set it to single or onePerZone, add {Words.List(missing, "and")} to network.interfaceEndpoints, or use public subnets"
            : !network.S3GatewayEndpoint
                ? "private tasks with network.natGateways none need network.s3GatewayEndpoint: image layers come from S3"
            : null;
    }

    private static IEnumerable<string> Needed(ConfiguredTask task)
    {
        var secrets = task.Task.Secrets.Values;
        return
        [
            .. EndpointServices.NeededToStart(
                usesSecretsManager: secrets.Any(secret => secret.SsmParameter is null),
                usesParameters: secrets.Any(secret => secret.SsmParameter is not null),
                usesExec: task.Task.Exec),
            .. task.Task.Queues.Values.Any(access => access != QueueAccess.None) ? [EndpointServices.Queues] : (string[])[],
            .. task.HasPeerDiscovery ? [EndpointServices.Tasks] : (string[])[],
        ];
    }

    private static string? ImageProblem(string image, string? region)
    {
        if (OwnRepository.FindIn(image) is not null || !ImageReference.TryParse(image, out var reference))
        {
            return null;
        }

        // Endpoints serve their own region only. https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html
        return reference.Ecr is null ? $"{image} cannot be pulled with network.natGateways none; use an image in Amazon ECR"
            : region is not null && reference.Ecr.Region != region
                ? $"{image} is in {reference.Ecr.Region} and cannot be pulled with network.natGateways none; use an image in {RegionRules.Key} {region}"
            : null;
    }
}
