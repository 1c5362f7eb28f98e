using Pulumi;

namespace Infra.Services;

/// <summary>The command that starts new tasks of the same version, and stops the old ones.</summary>
internal static class RedeployCommand
{
    public static Output<string> Create(string region, Service service) => Output
        .Tuple(service.ClusterName, service.ServiceName)
        .Apply(known => $"aws ecs update-service --region {region} --cluster {known.Item1} --service {known.Item2} --force-new-deployment "
            + "--query 'service.deployments[0].id' --output text");
}
