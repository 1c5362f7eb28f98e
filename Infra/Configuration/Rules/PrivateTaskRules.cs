using Infra.Planning;

namespace Infra.Configuration.Rules;

/// <summary>
/// A task without a way to its image, its log and its secrets never starts, and ECS tries for ever. An existing network is
/// trusted to have one.
/// </summary>
internal static class PrivateTaskRules
{
    public static void Check(StackConfig config, RuleChecker rules)
    {
        if (config.Network is { NatGateways: NatGateways.None } network)
        {
            foreach (var task in config.AllTasks.Where(task => task.Task.Subnets == SubnetTier.Private))
            {
                var path = task.Path;
                string[] endpoints = [$"{path}.subnets", "network.natGateways", "network.interfaceEndpoints", "network.s3GatewayEndpoint"];
                rules.Check([.. endpoints, $"{path}.secrets", $"{path}.exec"], () => EndpointsProblem(task.Task, network));
                rules.Check([$"{path}.image", task.ImageKey, .. endpoints], () => ImageProblem(task.Image));
            }
        }
    }

    private static string? EndpointsProblem(TaskConfig task, NetworkConfig network)
    {
        var secrets = task.Secrets.Values;
        var missing = EndpointServices
            .NeededToStart(
                usesSecretsManager: secrets.Any(secret => secret.SsmParameter is null),
                usesParameters: secrets.Any(secret => secret.SsmParameter is not null),
                usesExec: task.Exec)
            .Except(network.InterfaceEndpoints)
            .ToList();

        return missing.Count > 0
                ? $"private tasks reach nothing with network.natGateways none; set it to single or onePerZone, add {Words.List(missing, "and")} to network.interfaceEndpoints, or use public subnets"
            : !network.S3GatewayEndpoint
                ? "private tasks with network.natGateways none need network.s3GatewayEndpoint: image layers come from S3"
            : null;
    }

    private static string? ImageProblem(string image) =>
        PlaceholderNames.RepositoryIn(image) is null && ImageReference.TryParse(image, out var reference) && reference.Ecr is null
            ? $"{image} cannot be pulled with network.natGateways none; use an image in Amazon ECR"
            : null;
}
