using Infra.Services;
using Pulumi;

namespace Infra.Tasks;

/// <summary>The command that opens a shell in a running task.</summary>
internal static class ExecShell
{
    public static Output<string?> CommandFor(Platform platform, Service? service) => service is { Configured.Config.Exec: true }
        ? Output.Tuple(platform.Cluster.ClusterName, service.ServiceName)
            .Apply(known => (string?)Command(platform.Context.Region, known.Item1, known.Item2))
        : Output.Create((string?)null);

    private static string Command(string region, string cluster, string service) =>
        $"aws ecs execute-command --region {region} --cluster {cluster} --container {service} --interactive --command /bin/sh "
        + $"--task $(aws ecs list-tasks --region {region} --cluster {cluster} --service-name {service} --query 'taskArns[0]' --output text)";
}
