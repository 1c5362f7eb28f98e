using Infra.Clusters;
using Infra.Configuration.Binding;
using Infra.Networking;
using Infra.Services;
using Infra.Stack.Rules;
using static Infra.Stack.StackKeys;

namespace Infra.Tasks;

/// <summary>
/// Tasks in private subnets need a route to ECR, CloudWatch Logs, Secrets Manager and SQS; without one, ECS starts them again and again.
/// An existing network is assumed to have it.
/// </summary>
internal static class PrivateTaskRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        if (config.Network is { NatGateways: NatGateways.None } network)
        {
            foreach (var task in config.AllTasks.Where(task => IsPrivate(task.Task, config.Cluster)))
            {
                KeyPath[] endpoints =
                [
                    task.KeyOf(config => config.Subnets), Key(stack => stack.Network!.NatGateways), Key(stack => stack.Network!.InterfaceEndpoints),
                    Key(stack => stack.Network!.S3GatewayEndpoint),
                ];
                rules.Check(
                    [.. endpoints, task.KeyOf(config => config.Secrets), task.KeyOf(config => config.Exec), task.KeyOf(config => config.Queues)],
                    () => EndpointsProblem(task, network));
                rules.Check(
                    [task.Path.Member<ServiceConfig>(config => config.Image), task.ImageKey, .. endpoints],
                    () => ImageProblem(task.Image, rules.Values.FindKey(RegionRules.Key)?.Text));
            }
        }
    }

    private static bool IsPrivate(TaskConfig task, ClusterConfig cluster) => task.NetworkMode == NetworkMode.Host
        ? task.InstancesIn(cluster).Any(instances => instances.Subnets == SubnetTier.Private)
        : task.Subnets == SubnetTier.Private;

    private static string? EndpointsProblem(ConfiguredTask task, NetworkConfig network)
    {
        var missing = NeededEndpoints(task).Except(network.InterfaceEndpoints).ToList();
        return missing.Count > 0
                ? $"private tasks have no route to AWS services with network.natGateways none; set it to single or onePerZone, add {Words.List(missing, "and")} to network.interfaceEndpoints, or use public subnets"
            : !network.S3GatewayEndpoint
                ? "private tasks with network.natGateways none need network.s3GatewayEndpoint: image layers come from S3"
            : null;
    }

    private static IEnumerable<string> NeededEndpoints(ConfiguredTask task)
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
